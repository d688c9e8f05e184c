import { useCallback } from 'react';
import type { Query } from '#shared/definition/query.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { StoodThen } from './as-of.ts';
import { useLive, type Subscribe } from './use-live.ts';
import type { Data } from './workspace-data.ts';

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

/** A record as it stood at an instant (epoch ms), live; there may have been none yet, or it may not be seen. */
export function useRecordAsOf(
  id: string,
  at: number,
): { readonly record: RecordView | undefined; readonly isLoading: boolean } {
  const subscribe = useCallback(
    (source: Data, again: () => void) =>
      source.onChange(({ records }) => {
        if (records.length === 0 || records.includes(id)) again();
      }),
    [id],
  );
  const { answer, isCurrent } = useLive(
    JSON.stringify([id, at]),
    async (data) => ({ record: await data.asOf.record(id, at) }),
    subscribe,
  );
  return { record: isCurrent ? answer?.record : undefined, isLoading: !isCurrent };
}
