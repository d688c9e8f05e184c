import { localDate, startOfLocalDay } from '#shared/kernel/time.ts';

/** Epoch ms of whole days in a zone, from the first to the last of them. @param first, last `2026-11-22`, or empty */
export function daySpan(
  first: string,
  last: string,
  zone: string,
): { readonly from: number | undefined; readonly until: number | undefined } {
  return {
    from: first ? dayStart(first, zone, 0) : undefined,
    until: last ? dayStart(last, zone, 1) : undefined,
  };
}

function dayStart(day: string, zone: string, later: number): number {
  const noon = Date.parse(`${day}T12:00Z`);
  const found = localDate(noon, zone);
  // Far from Greenwich its noon lies in another day.
  const apart = found < day ? 1 : found > day ? -1 : 0;
  return startOfLocalDay(noon, zone, apart + later);
}
