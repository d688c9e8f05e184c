import type { ChartPoint } from '#renderer/ui/charts/series.ts';
import type { SummaryGroup } from '#renderer/data/data.ts';
import { formatDay } from '#renderer/ui/time/format-time.ts';
import { localDate, startOfLocalDay } from '#shared/kernel/time.ts';

/** Counts by local day, with a point for days on which nothing happened. `days`: how many, today included. */
export function flowPoints(
  series: Readonly<Record<string, readonly Pick<SummaryGroup, 'key' | 'value'>[]>>,
  days: number,
  now: number,
  zone: string,
): readonly ChartPoint[] {
  const byDay = Object.entries(series).map(
    ([name, groups]) => [name, new Map(groups.map(({ key, value }) => [String(key), value]))] as const,
  );
  return Array.from({ length: days }, (_, index): ChartPoint => {
    const start = startOfLocalDay(now, zone, index + 1 - days);
    const key = localDate(start, zone);
    const values = Object.fromEntries(byDay.map(([name, values_]) => [name, values_.get(key) ?? 0]));
    return { key, label: formatDay(start, zone), values };
  });
}
