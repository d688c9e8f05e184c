import { useEffect, useState } from 'react';
import { useData, useQuery, type Data, type Row } from '#renderer/data/data.ts';
import { columnValues } from '#shared/engine/column-values.ts';
import { allOf } from '../query-search.ts';
import type { Relation } from './relations.ts';
import type { RecordType } from '#shared/definition/record-type.ts';

const none: readonly Row[] = [];

/** The first rows of a relation: by its query, or by the ids that the record holds. */
export function useRelatedRows(
  relation: Relation,
  most: number,
): { readonly rows: readonly Row[]; readonly total: number } {
  const data = useData();
  const { ids, type, query } = relation;
  const { result } = useQuery(query ?? allOf(type.name), { offset: 0, limit: query ? most : 0 });
  const [own, setOwn] = useState(none);
  useEffect(() => {
    if (ids.length === 0) return undefined;
    let isCurrent = true;
    void rowsOf(data, type, ids.slice(0, most)).then((rows) => {
      if (isCurrent) setOwn(rows);
    });
    return () => {
      isCurrent = false;
    };
  }, [data, ids, type, most]);
  if (query) return { rows: result?.rows ?? none, total: result?.total ?? 0 };
  return { rows: ids.length === 0 ? none : own, total: ids.length };
}

/** Records as rows of a list, in the order of their ids. */
async function rowsOf(data: Data, type: RecordType, ids: readonly string[]): Promise<readonly Row[]> {
  const records = await data.loadMany(ids);
  const cells = records.map((record) => columnValues(type, record, data.config, data.now()));
  const named = cells.flatMap((row) => Object.values(row).flat());
  const labels = await data.labels([...new Set(named.filter((value) => typeof value === 'string'))]);
  return records.map((record, index) => ({
    id: record.id,
    type: record.type,
    cells: cells[index] ?? {},
    labels,
  }));
}
