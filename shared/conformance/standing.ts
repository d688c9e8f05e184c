/** How an exception stands on a day. `endsSoon`: it counts, and ends within 90 days. */
export type Standing = 'requested' | 'refused' | 'counts' | 'endsSoon' | 'ended';

export const standingLabels: Readonly<Record<Standing, string>> = {
  requested: 'Requested, does not count yet',
  refused: 'Refused',
  counts: 'Counts',
  endsSoon: 'Counts, ends within 90 days',
  ended: 'Ended, does not count any more',
};

export const daysBeforeEnd = 90;

const day = 86_400_000;

/**
 * Follows from the day alone, so nothing has to run for an exception to end.
 * @param until its last day, `YYYY-MM-DD`. @param on the day that is asked about, `YYYY-MM-DD`.
 */
export function standingOn(state: string, until: string, on: string): Standing {
  if (state === 'requested' || state === 'refused') return state;
  if (state === 'ended' || until < on) return 'ended';
  return Date.parse(until) - Date.parse(on) < daysBeforeEnd * day ? 'endsSoon' : 'counts';
}

/** The day on which what a statement of a year rests on is looked at: today, at the latest the year's last day. */
export function lookDay(year: number, today: string): string {
  const last = `${String(year)}-12-31`;
  return today < last ? today : last;
}
