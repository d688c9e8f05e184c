import { useEffect, useState } from 'react';
import { useData, type Row } from '#renderer/data/data.ts';
import { useRecent } from '#renderer/session/recent.ts';
import { columnValues } from '#shared/engine/column-values.ts';

/** The records opened lately as rows, the last first; those that are gone or may not be seen are left out. */
export function useRecentRows(): readonly Row[] {
  const data = useData();
  const ids = useRecent((state) => state.records);
  const [rows, setRows] = useState<readonly Row[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void data.loadMany(ids).then((records) => {
      if (!isCurrent) return;
      const byId = new Map(records.map((record) => [record.id, record]));
      setRows(
        ids.flatMap((id): Row[] => {
          const record = byId.get(id);
          const type = record && data.catalogue.type(record.type);
          return type
            ? [
                {
                  id,
                  type: type.name,
                  cells: columnValues(type, record, data.config, data.now()),
                  labels: {},
                },
              ]
            : [];
        }),
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [data, ids]);
  return rows;
}
