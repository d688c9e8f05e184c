import { useMemo } from 'react';
import { useCounts, useData } from '#renderer/data/data.ts';
import { relationsOf, type Relation } from './relations.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';

export interface CountedRelation extends Relation {
  /** Undefined until counted. */
  readonly count: number | undefined;
}

/** The relations of a record with how many stand on the other side, live. */
export function useRelations(type: RecordType, record: RecordView): readonly CountedRelation[] {
  const { catalogue } = useData();
  const relations = useMemo(() => relationsOf(catalogue, type, record), [catalogue, type, record]);
  const queries = useMemo(
    () =>
      relations.flatMap(({ query }): readonly Query[] =>
        query ? [{ type: query.type, where: query.where }] : [],
      ),
    [relations],
  );
  const counts = useCounts(queries);
  return useMemo(() => {
    let at = 0;
    return relations.map((relation) => ({
      ...relation,
      count: relation.query ? counts[at++] : relation.ids.length,
    }));
  }, [relations, counts]);
}
