import { useEffect, useState } from 'react';
import { rowsOf, useData, type Row } from '#renderer/data/data.ts';
import { useRecent } from '#renderer/session/recent.ts';

/** The records opened lately as rows, the last first; those that are gone or may not be seen are left out. */
export function useRecentRows(): readonly Row[] {
  const data = useData();
  const ids = useRecent((state) => state.records);
  const [rows, setRows] = useState<readonly Row[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const find = async () => rowsOf(data, await data.loadMany(ids));
    void find().then((found) => {
      if (isCurrent) setRows(found.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)));
    });
    return () => {
      isCurrent = false;
    };
  }, [data, ids]);
  return rows;
}
