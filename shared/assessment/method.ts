import { aggregate, aggregateTable, turned, type AggregationRule } from './aggregate.ts';
import type { Assessed } from './value.ts';

/**
 * How an attribute gets its rating. R1: each outcome of each process instance is rated, then aggregated in two dimensions.
 * R2: the attribute is rated for each instance, then aggregated over instances. R3: the attribute is rated once. Source: ISO/IEC 33020, clause 5.4.
 */
export type RatingMethod =
  | {
      readonly name: 'R1';
      /** Which of the two is aggregated first. */
      readonly first: 'outcomes' | 'instances';
      readonly overOutcomes: AggregationRule;
      readonly overInstances: AggregationRule;
    }
  | { readonly name: 'R2'; readonly overInstances: AggregationRule }
  | { readonly name: 'R3' };

/** What was rated, as the method asks for it. */
export interface RatedValues {
  /** R1: a row for each outcome, in it a value for each instance. R2: one row. R3: one row with one value. */
  readonly rows: readonly (readonly Assessed[])[];
}

export interface AttributeRating {
  readonly value: Assessed;
  /** How it was made, in words, for the report. */
  readonly rule: string;
}

/** @throws RangeError where the values do not have the form that the method asks for. */
export function rateAttribute(method: RatingMethod, { rows }: RatedValues): AttributeRating {
  switch (method.name) {
    case 'R1':
      return rateTable(method, rows);
    case 'R2':
      return {
        value: aggregate(onlyRow(rows, 'R2'), method.overInstances).value,
        rule: ruleOf(method),
      };
    case 'R3':
      return { value: onlyValue(onlyRow(rows, 'R3')), rule: ruleOf(method) };
  }
}

function rateTable(
  method: Extract<RatingMethod, { name: 'R1' }>,
  rows: readonly (readonly Assessed[])[],
): AttributeRating {
  const { first, overOutcomes, overInstances } = method;
  const whole =
    first === 'instances'
      ? aggregateTable(rows, overInstances, overOutcomes)
      : aggregateTable(turned(rows), overOutcomes, overInstances);
  return { value: whole.value, rule: ruleOf(method) };
}

/** How the method comes to the rating of an attribute, in words. */
export function ruleOf(method: RatingMethod): string {
  switch (method.name) {
    case 'R1': {
      const outcomes = `${wordsOf(method.overOutcomes)} over outcomes`;
      const instances = `${wordsOf(method.overInstances)} over instances`;
      return method.first === 'instances'
        ? `R1: ${instances}, then ${outcomes}`
        : `R1: ${outcomes}, then ${instances}`;
    }
    case 'R2':
      return `R2: ${wordsOf(method.overInstances)} over instances`;
    case 'R3':
      return 'R3: rated as a whole, without aggregation';
  }
}

export function wordsOf(rule: AggregationRule): string {
  switch (rule.by) {
    case 'median':
      return `median (${rule.evenNumber} of two middle ratings)`;
    case 'mean':
      return `arithmetic mean of ratings (rounded ${rule.rounding === 'nearest' ? 'to the nearest' : rule.rounding})`;
    case 'percent':
      return 'arithmetic mean of percentages';
  }
}

function onlyRow(rows: readonly (readonly Assessed[])[], method: string): readonly Assessed[] {
  const [row, ...others] = rows;
  if (!row || others.length > 0)
    throw new RangeError(`${method} takes one row of values, not ${rows.length}.`);
  return row;
}

function onlyValue(row: readonly Assessed[]): Assessed {
  const [value, ...others] = row;
  if (!value || others.length > 0) throw new RangeError(`R3 takes one value, not ${row.length}.`);
  return value;
}
