import { defaultParseSearch } from '@tanstack/react-router';
import { metricText } from '#renderer/record/figures/metric-text.ts';
import { paths } from '#renderer/record/navigation.ts';
import { searchToQuery } from '#renderer/record/query-search.ts';
import type { Cell } from '#shared/assessment/workbook.ts';
import type { Measure, Metric } from '#shared/definition/process.ts';
import type { Query } from '#shared/definition/query.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { measureQuery, metricValue, type Period } from '#shared/engine/figure.ts';
import { deterministicRecordId } from '#shared/kernel/ids.ts';
import { rowsOf } from '#shared/processes/support/rows.ts';

/** One measure of a figure in its period. */
export interface Part {
  readonly name: string;
  readonly query: Query;
  readonly of: Measure['of'];
}

/** A figure with its values as they were measured. */
export interface Figure {
  readonly metric: Metric;
  readonly parts: readonly Part[];
  /** In the order of the parts; undefined until they are known. */
  readonly values: readonly number[] | undefined;
}

/** A measure as evidence holds it. */
export interface KeptPart extends Part {
  readonly value: number;
}

export function partsOf(metric: Metric, period: Period): readonly Part[] {
  return Object.entries(metric.measures).map(([name, measure]) => ({
    name,
    query: measureQuery(measure, period),
    of: measure.of,
  }));
}

/** Does the figure look at a period, or at how things stand? */
export function hasPeriod({ measures }: Metric): boolean {
  return Object.values(measures).some(({ during }) => during !== undefined);
}

interface Keeping {
  readonly assessment: string;
  readonly cell: Cell;
  readonly period: Period;
  /** Epoch ms. */
  readonly at: number;
  readonly zone: string;
}

/** Record id of a kept figure: whoever keeps the same figure of the same period and time, for whichever line, keeps one record. */
export function keptId({ assessment, cell, period, at }: Keeping, { metric }: Figure): string {
  const bounds = hasPeriod(metric) ? [String(period.from), String(period.below)] : [];
  return deterministicRecordId(['figure', assessment, cell.process, metric.name, String(at), ...bounds]);
}

/** Fields of the evidence that a figure makes. */
export function keptFields(keeping: Keeping, figure: Figure): FieldValues {
  const { assessment, cell, period, at, zone } = keeping;
  const { metric, parts, values = [] } = figure;
  const value = metricValue(metric, values);
  const [part, whole] = values;
  const share = metric.unit === 'percent' ? ` (${part ?? 0} of ${whole ?? 0})` : '';
  return {
    name: `${cell.process} · ${metric.label}: ${metricText(metric.unit, value)}${share}`,
    assessment,
    kind: 'figure',
    processes: [cell.process],
    ...codesOf(cell),
    content: `${metric.factor}. ${metric.indicator}.`,
    source: 'Records of Outpost',
    figure: metric.label,
    figureValue: value,
    asOf: at,
    metric: `${cell.process}/${metric.name}`,
    ...(hasPeriod(metric) ? { figureFrom: period.from, figureBelow: period.below } : {}),
    zone,
    parts: parts.map(({ name, query, of }, place) => ({
      name,
      value: values[place] ?? 0,
      address: paths.list(query),
      column: of?.column ?? null,
      by: of?.by ?? null,
    })),
  };
}

/** What a line of the workbook adds to evidence that tells of it. */
export function codesOf({ attribute, item }: Cell): {
  readonly attributes: readonly string[];
  readonly outcomes: readonly string[];
} {
  return { attributes: [attribute], outcomes: item === '' ? [] : [item] };
}

/** The measures that evidence was kept with; none where it is no figure of Outpost. */
export function keptParts(evidence: RecordView): readonly KeptPart[] {
  return rowsOf(evidence, 'parts').flatMap(({ name, value, address, column, by }) => {
    const query = typeof address === 'string' ? queryAt(address) : undefined;
    if (!query || typeof name !== 'string' || typeof value !== 'number') return [];
    const isAggregate = typeof column === 'string' && (by === 'sum' || by === 'mean');
    return [{ name, value, query, of: isAggregate ? { column, by } : undefined }];
  });
}

/** The lists behind the measures, by number. */
export function keptQueries(evidence: RecordView): readonly Query[] {
  return keptParts(evidence).map(({ query }) => ({ ...query, sort: [{ column: 'number' }] }));
}

/** Process and name of the metric that evidence was kept from. */
export function keptMetric(evidence: RecordView): readonly [process: string, name: string] {
  const [process = '', ...name] = textOf(evidence, 'metric').split('/');
  return [process, name.join('/')];
}

/** The query of a list's address, as `paths.list` writes it. */
function queryAt(address: string): Query | undefined {
  const [path = '', ...search] = address.split('?');
  const type = /^\/list\/([a-z0-9-]+)$/.exec(path)?.[1];
  return type === undefined ? undefined : searchToQuery(type, defaultParseSearch(`?${search.join('?')}`));
}
