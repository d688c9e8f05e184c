import { useEffect, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import type { RecordView } from '#shared/definition/record.ts';

/** Beyond this many, what is offered goes by the first ones; each record is judged anyway when the action is done. */
export const mostLookedAt = 2000;

const none: readonly RecordView[] = [];

/** The selected records, read again when something changes; undefined while they are being read. */
export function useSelectedRecords(ids: ReadonlySet<string>): readonly RecordView[] | undefined {
  const data = useData();
  const [found, setFound] = useState<{ ids: ReadonlySet<string>; records: readonly RecordView[] }>();
  useEffect(() => {
    let isOver = false;
    const read = () =>
      void data.loadMany([...ids].slice(0, mostLookedAt)).then((records) => {
        if (!isOver) setFound({ ids, records });
      });
    read();
    const unsubscribe = data.onChange(read);
    return () => {
      isOver = true;
      unsubscribe();
    };
  }, [data, ids]);
  if (ids.size === 0) return none;
  return found?.ids === ids ? found.records : undefined;
}
