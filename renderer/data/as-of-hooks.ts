import type { Query } from '#shared/definition/query.ts';
import type { StoodThen } from './as-of.ts';
import { useLive, type Subscribe } from './use-live.ts';

const onIndexed: Subscribe = (data, again) => data.onIndexed(again);

/** What queries found at an instant (epoch ms) and find now, live; undefined until the log is read. */
export function useAsOf(queries: readonly Query[], at: number): StoodThen | undefined {
  const { answer, isCurrent } = useLive(
    JSON.stringify([queries, at]),
    (data) => data.asOf.records(queries, at),
    onIndexed,
  );
  return isCurrent ? answer : undefined;
}
