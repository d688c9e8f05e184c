import type { Measure, Metric } from '../../definition/process.ts';
import type { Condition } from '../../definition/query.ts';

export const day = 86_400_000;
export const hour = 3_600_000;

/** What a metric is called, and what it shows. */
type Head = Omit<Metric, 'unit' | 'measures' | 'value'>;

interface ShareOf {
  readonly type: string;
  /** Column of instants that must lie in the period. */
  readonly during?: string;
  readonly whole?: readonly Condition[];
  /** What those of the part meet besides. */
  readonly part: readonly Condition[];
}

/** The share of records that meet something more; nothing where there is nothing to share. `names`: of part and whole. */
export function shareOf(
  head: Head,
  names: readonly [string, string],
  { type, during, whole = [], part }: ShareOf,
): Metric {
  const measure = (where: readonly Condition[]): Measure => ({
    query: { type, where },
    ...(during === undefined ? {} : { during }),
  });
  return {
    ...head,
    unit: 'percent',
    measures: { [names[0]]: measure([...whole, ...part]), [names[1]]: measure(whole) },
    value: (measured) => percent(measured[names[0]], measured[names[1]]),
  };
}

/** How many records there are, or what they add up to. */
export function countOf(head: Head, name: string, measure: Measure): Metric {
  return {
    ...head,
    unit: 'count',
    measures: { [name]: measure },
    value: (measured) => measured[name] ?? null,
  };
}

/** The mean of a column of durations, over the records that have one. */
export function meanOf(head: Head, column: string, measure: Omit<Measure, 'of'>): Metric {
  const query = { ...measure.query, where: [...measure.query.where, { column, empty: false }] };
  return {
    ...head,
    unit: 'milliseconds',
    measures: { mean: { ...measure, query, of: { column, by: 'mean' } }, count: { ...measure, query } },
    value: ({ mean, count }) => (count ? (mean ?? null) : null),
  };
}

/** Share in percent, or nothing where there is nothing to share. */
function percent(part: number | undefined, whole: number | undefined): number | null {
  if (part === undefined || !whole) return null;
  return (part / whole) * 100;
}
