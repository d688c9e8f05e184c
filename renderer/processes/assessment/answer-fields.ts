import { ratingOf, refinedRatingOf, type Rating } from '#shared/assessment/scale.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FieldValue, FieldValues } from '#shared/definition/values.ts';
import type { Answer, Scale } from './answer-keys.ts';

/** What an answer by key writes: an achievement that contradicts it goes. */
export function answerFields(before: RecordView | undefined, value: Answer, scale: Scale): FieldValues {
  const percent = before?.fields['percent'];
  const fits = typeof percent !== 'number' || ratingFor(percent, scale) === value;
  return { value: value === '' ? null : value, ...(fits ? {} : { percent: null }) };
}

/** What an achievement writes: the scale says which rating it is. Outside of 0 to 100 it is refused as it is. */
export function percentFields(percent: FieldValue, scale: Scale): FieldValues {
  const value = typeof percent === 'number' ? ratingFor(percent, scale) : undefined;
  return { percent, ...(value === undefined ? {} : { value }) };
}

function ratingFor(percent: number, scale: Scale): Rating | undefined {
  if (!(percent >= 0 && percent <= 100)) return undefined;
  return scale === 'refined' ? refinedRatingOf(percent) : ratingOf(percent);
}
