import { useRef } from 'react';
import type { Query } from '#shared/definition/query.ts';
import { newsFor } from './hooks.ts';
import type { Aggregate } from './index/protocol.ts';
import { useLive } from './use-live.ts';
import type { Data } from './workspace-data.ts';

/** The count of a query's records, or the sum or mean of one of their columns. */
export interface Asked {
  readonly query: Query;
  readonly of?: Aggregate | undefined;
}

interface Measured {
  /** Epoch ms since when the values are known to be these. */
  readonly at: number;
  readonly values: readonly number[];
}

/** All measures in the order in which they are asked, live; undefined until all are known. */
export function useMeasures(asked: readonly Asked[]): Measured | undefined {
  const key = JSON.stringify(asked);
  const last = useRef<Measured & { readonly key: string }>(undefined);
  const { answer, isCurrent } = useLive(
    key,
    async (data) => {
      const at = data.now();
      const values = await measure(data, asked);
      const { current } = last;
      const isSame =
        current?.key === key && current.values.every((value, place) => Object.is(value, values[place]));
      return (last.current = isSame ? current : { key, at, values });
    },
    newsFor(key),
  );
  return isCurrent ? answer : undefined;
}

/** Counts are asked all at once. */
async function measure(data: Data, asked: readonly Asked[]): Promise<readonly number[]> {
  const counted = asked.flatMap(({ query, of }) => (of ? [] : [query]));
  const [counts, sums] = await Promise.all([
    data.counts(counted),
    Promise.all(asked.flatMap(({ query, of }) => (of ? [data.summary(query, undefined, of)] : []))),
  ]);
  const [left, leftSums] = [[...counts], [...sums]];
  return asked.map(({ of }) => (of ? leftSums.shift()?.[0]?.value : left.shift()) ?? 0);
}
