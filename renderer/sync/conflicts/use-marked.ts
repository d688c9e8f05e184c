import { useMemo } from 'react';
import { useCounts, useData, useRecords } from '#renderer/data/data.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { markedRecords } from './conflicts.ts';

/** Of each type; more at once help nobody, and those left come when these are dealt with. */
const mostOfType = 500;

/** Number of records in conflict, live; undefined until counted. */
export function useConflictCount(): number | undefined {
  const { catalogue } = useData();
  const queries = useMemo(() => markedRecords(catalogue, 'hasConflict'), [catalogue]);
  return total(useCounts(queries));
}

function total(counts: readonly (number | undefined)[]): number | undefined {
  return counts.reduce<number | undefined>(
    (sum, count) => (sum === undefined || count === undefined ? undefined : sum + count),
    0,
  );
}

/** The records that have a mark, live; only types that have some are read. Undefined until known. */
export function useMarkedRecords(column: 'hasConflict' | 'hasOvertaken'): readonly RecordView[] | undefined {
  const { catalogue } = useData();
  const queries = useMemo(() => markedRecords(catalogue, column), [catalogue, column]);
  const counts = useCounts(queries);
  const filled = queries.filter((_query, index) => (counts[index] ?? 0) > 0);
  const records = useRecords(filled, mostOfType);
  return total(counts) === undefined ? undefined : records;
}
