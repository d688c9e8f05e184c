import { useMemo } from 'react';
import { useRecords } from '#renderer/data/data.ts';
import type { ComparedResult } from '#shared/assessment/compare.ts';
import { keptInComparison } from '#shared/processes/improvement/kept-result.ts';
import { assessmentPaths } from '../places.ts';

const mostResults = 500;
const kept = [{ type: 'assessment-result', where: [{ column: 'state', in: ['kept'] }] }];

/** Results that other units sent as files, to stand beside those of this workspace, live; undefined until they are read. */
export function useKeptResults(): readonly ComparedResult[] | undefined {
  const records = useRecords(kept, mostResults);
  return useMemo(
    () =>
      records?.map((record) => ({
        ...keptInComparison(record),
        id: record.id,
        address: assessmentPaths.kept(record.id),
      })),
    [records],
  );
}
