import type { RecordView } from '#shared/definition/record.ts';

/** What a rating has to tell about the opening of all ratings; undefined where nothing. */
export function latenessOf(rating: RecordView, assessment: RecordView): string | undefined {
  const all = assessment.life.findLast(({ action }) => action === 'openRatings');
  const own = rating.life.findLast(({ action }) => action === 'open');
  if (!all || !own) return undefined;
  // Those that were there are opened in one go, at the same instant.
  if (own.at !== all.at) return 'Opened late';
  return rating.updatedAt > own.at ? 'Changed after the opening' : undefined;
}
