import { useMemo } from 'react';
import { useQuery, type Row } from '#renderer/data/data.ts';
import type { Query } from '#shared/definition/query.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { readFamily, type Family } from './family.ts';

/** More than one page shows; the list of all is a link away. */
const page = { offset: 0, limit: 200 };

export interface FamilyView {
  /** Record id; '' where it has none. */
  readonly parent: string;
  /** Undefined while they are fetched. */
  readonly children: readonly Row[] | undefined;
  readonly family: Family;
  readonly total: number;
  /** Lists the children. */
  readonly query: Query;
}

/** The parent and the children of an incident, live. */
export function useFamily(record: RecordView): FamilyView {
  const query = useMemo<Query>(
    () => ({
      type: 'incident',
      where: [{ column: 'parent', in: [record.id] }],
      sort: [{ column: 'stateClass' }, { column: 'createdAt' }],
    }),
    [record.id],
  );
  const { result } = useQuery(query, page);
  const family = useMemo(() => readFamily(result?.rows ?? []), [result]);
  return {
    parent: textOf(record, 'parent'),
    children: result?.rows,
    family,
    total: result?.total ?? 0,
    query,
  };
}
