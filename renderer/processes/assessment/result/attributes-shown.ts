import { processAttributes, type ProcessAttribute } from '#shared/assessment/attributes.ts';
import type { ProcessResult } from '#shared/assessment/workbook.ts';

/** Attributes up to the highest target of a profile: those above were not in scope of any process. */
export function attributesShown(profile: readonly ProcessResult[]): readonly ProcessAttribute[] {
  const highest = Math.max(1, ...profile.map(({ target }) => target));
  return processAttributes.filter(({ level }) => level <= highest);
}
