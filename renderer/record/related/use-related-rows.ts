import { useEffect, useState } from 'react';
import { rowsOf, useData, useQuery, type Row } from '#renderer/data/data.ts';
import { allOf } from '../query-search.ts';
import type { Relation } from './relations.ts';

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
    const find = async () => rowsOf(data, await data.loadMany(ids.slice(0, most)));
    void find().then((rows) => {
      if (isCurrent) setOwn(rows);
    });
    return () => {
      isCurrent = false;
    };
  }, [data, ids, most]);
  if (query) return { rows: result?.rows ?? none, total: result?.total ?? 0 };
  return { rows: ids.length === 0 ? none : own, total: ids.length };
}
