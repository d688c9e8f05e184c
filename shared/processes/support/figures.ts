import type { Condition } from '../../definition/query.ts';

export const day = 86_400_000;
export const hour = 3_600_000;

/** Share in percent, or nothing where there is nothing to share. */
export function percent(part: number | undefined, whole: number | undefined): number | null {
  if (part === undefined || !whole) return null;
  return (part / whole) * 100;
}

/** Falls within the last 30 days of the unit's calendar, today included. */
export function lastMonth(column: string): Condition {
  return { column, from: { symbol: 'day', offset: -29 }, below: { symbol: 'day', offset: 1 } };
}
