import type { AggregationRule } from '../../assessment/aggregate.ts';
import { attributeCodes, levels } from '../../assessment/attributes.ts';
import type { RatingMethod } from '../../assessment/method.ts';
import type { Rating } from '../../assessment/scale.ts';
import { notApplicable, notRated, rated, type Assessed } from '../../assessment/value.ts';
import {
  cellKey,
  isNobodysOwn,
  type AssessmentPlan,
  type Cell,
  type ScopeLine,
} from '../../assessment/workbook.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import type { FieldValues, TableRow } from '../../definition/values.ts';
import { groupBy } from '../../kernel/group-by.ts';
import { deterministicRecordId } from '../../kernel/ids.ts';
import { ratingChoices } from './choices.ts';

const rules: Readonly<Record<string, AggregationRule>> = {
  medianLower: { by: 'median', evenNumber: 'lower' },
  medianUpper: { by: 'median', evenNumber: 'upper' },
  meanDown: { by: 'mean', rounding: 'down' },
  meanNearest: { by: 'mean', rounding: 'nearest' },
  meanUp: { by: 'mean', rounding: 'up' },
  percent: { by: 'percent' },
};

/** What an assessment record says of how it comes to its result. */
export function planOf(assessment: RecordView): AssessmentPlan {
  const value = assessment.fields['scope'];
  const rows = Array.isArray(value) ? (value as readonly TableRow[]) : [];
  return { method: methodOf(assessment), scope: rows.flatMap(scopeLine) };
}

function methodOf(assessment: RecordView): RatingMethod {
  const rule = (field: string): AggregationRule =>
    rules[textOf(assessment, field)] ?? { by: 'median', evenNumber: 'lower' };
  switch (textOf(assessment, 'method')) {
    case 'R2':
      return { name: 'R2', overInstances: rule('overInstances') };
    case 'R3':
      return { name: 'R3' };
    default:
      return {
        name: 'R1',
        first: textOf(assessment, 'first') === 'outcomes' ? 'outcomes' : 'instances',
        overOutcomes: rule('overOutcomes'),
        overInstances: rule('overInstances'),
      };
  }
}

function scopeLine(row: TableRow): readonly ScopeLine[] {
  const { process, instance, target } = row;
  const level = levels.find((one) => one === target);
  if (typeof process !== 'string' || process === '' || level === undefined) return [];
  return [{ process, instance: typeof instance === 'string' ? instance : '', target: level }];
}

/** The cell that a rating, own or agreed, is about; undefined where it names no attribute. */
export function cellOf({ fields }: Pick<RecordView, 'fields'>): Cell | undefined {
  const attribute = attributeCodes.find((code) => code === fields['attribute']);
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  return attribute && { process: text('process'), attribute, item: text('item'), instance: text('instance') };
}

/** Record id that the fields of a rating, own or agreed, lead to; undefined where they name no cell. */
export function identityOf(fields: FieldValues): string | undefined {
  const cell = cellOf({ fields });
  const { assessment, assessor } = fields;
  if (!cell || typeof assessment !== 'string') return undefined;
  if (assessor === undefined) return agreedId(assessment, cell);
  return typeof assessor === 'string' ? ratingId(assessment, assessor, cell) : undefined;
}

/** What a rating, own or agreed, says. */
export function assessedOf(rating: RecordView): Assessed {
  const percent = rating.fields['percent'];
  return assessedAs(textOf(rating, 'value'), typeof percent === 'number' ? percent : undefined);
}

/** What a choice among the ratings says. */
export function assessedAs(value: string, percent?: number): Assessed {
  if (value === 'na') return notApplicable;
  return isRating(value) ? rated(value, percent) : notRated;
}

/** Agreed ratings without a reason that are what no assessor said. */
export function unfoundedAmong(
  agreed: readonly RecordView[],
  ratings: readonly RecordView[],
): readonly RecordView[] {
  const key = (record: RecordView) => {
    const cell = cellOf(record);
    return cell ? cellKey(cell) : '';
  };
  const said = groupBy(ratings, key);
  return agreed.filter(
    (record) =>
      textOf(record, 'reason').trim() === '' &&
      isNobodysOwn(assessedOf(record), (said.get(key(record)) ?? []).map(assessedOf)),
  );
}

function isRating(value: string): value is Rating {
  return value !== 'na' && ratingChoices.some((choice) => choice.value === value);
}

/** Fields of a new rating of a cell; the answer itself is a change of its own, so that two devices of one assessor never lose one. */
export function cellFields(assessment: string, cell: Cell): FieldValues {
  const { process, attribute, item, instance } = cell;
  const name = [process, `PA ${attribute}`, item, instance].filter((part) => part !== '').join(' · ');
  return { assessment, process, attribute, item, instance, name };
}

/** Record id of what an assessor says of a cell: the same on each of their devices. */
export function ratingId(
  assessment: string,
  assessor: string,
  { process, attribute, item, instance }: Cell,
): string {
  return deterministicRecordId(['rating', assessment, assessor, process, attribute, item, instance]);
}

/** Record id of what the team agreed on: whoever agrees first makes it. */
export function agreedId(assessment: string, { process, attribute, item, instance }: Cell): string {
  return deterministicRecordId(['agreed-rating', assessment, process, attribute, item, instance]);
}
