import { ratingNames, refinedRatings, plainRatings } from '#shared/assessment/scale.ts';
import type { Cell } from '#shared/assessment/workbook.ts';
import type { FieldValues } from '#shared/definition/values.ts';

/** The line as people name it: IM-O3, or PA 2.1 where the attribute is rated as a whole; with the instance, if any. */
export function nameOfCell({ attribute, item, instance }: Cell): string {
  return [item || `PA ${attribute}`, instance].filter((part) => part !== '').join(', ');
}

/** What an answer says, for messages and screen readers: IM-O3: Largely achieved. */
export function labelOfAnswer(cell: Cell, fields: FieldValues): string {
  return `${nameOfCell(cell)}: ${wordsOf(fields)}`;
}

function wordsOf({ value, ...others }: FieldValues): string {
  if (value === undefined) return `${Object.keys(others).join(', ')} saved`;
  if (value === 'na') return 'does not apply';
  const rating = [...plainRatings, ...refinedRatings].find((one) => one === value);
  return rating ? ratingNames[rating] : 'not rated';
}
