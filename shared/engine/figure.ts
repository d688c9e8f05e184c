import type { Measure, Metric } from '../definition/process.ts';
import type { Condition, Query } from '../definition/query.ts';

/** From one instant to before another, epoch ms. */
export interface Period {
  readonly from: number;
  readonly below: number;
}

/** The last 30 days of the unit's calendar, today included. */
function lastMonth(column: string): Condition {
  return { column, from: { symbol: 'day', offset: -29 }, below: { symbol: 'day', offset: 1 } };
}

/** The records of a measure, in a period; without one, in the last 30 days. */
export function measureQuery({ query, during }: Measure, period?: Period): Query {
  if (during === undefined) return query;
  const when = period ? { column: during, ...period } : lastMonth(during);
  return { ...query, where: [when, ...query.where] };
}

/** The value of a metric from what was measured, in the order of its measures. */
export function metricValue(metric: Metric, counted: readonly number[]): number | null {
  const names = Object.keys(metric.measures);
  return metric.value(Object.fromEntries(names.map((name, place) => [name, counted[place] ?? 0])));
}
