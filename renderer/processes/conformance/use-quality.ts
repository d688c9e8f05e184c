import { useMemo } from 'react';
import { useCounts, useData } from '#renderer/data/data.ts';
import type { Query } from '#shared/definition/query.ts';
import { startOfLocalDay } from '#shared/kernel/time.ts';

export interface QualityCount {
  readonly label: string;
  readonly met: { readonly query: Query; readonly count: number | undefined };
  readonly judged: { readonly query: Query; readonly count: number | undefined };
}

const types = [
  ['incident', 'Incidents resolved'],
  ['request', 'Requests fulfilled'],
] as const;

/** How many targets of a service were due in a year, and kept: of incidents and requests that ended in it and had a target. */
export function useQuality(service: string, year: number): readonly QualityCount[] {
  const { zone } = useData();
  const queries = useMemo(() => {
    const dayOf = (of: number) => startOfLocalDay(Date.UTC(of, 0, 1, 12), zone);
    const queryOf = (type: string, states: readonly string[]): Query => ({
      type,
      where: [
        { column: 'service', in: [service] },
        { column: 'resolvedAt', from: dayOf(year), below: dayOf(year + 1) },
        { column: 'resolutionState', in: states },
      ],
    });
    return types.flatMap(([type]) => [queryOf(type, ['met']), queryOf(type, ['met', 'missed'])]);
  }, [service, year, zone]);
  const counts = useCounts(queries);
  return types.flatMap(([, label], index) => {
    const [met, judged] = [queries[index * 2], queries[index * 2 + 1]];
    return met && judged
      ? [
          {
            label,
            met: { query: met, count: counts[index * 2] },
            judged: { query: judged, count: counts[index * 2 + 1] },
          },
        ]
      : [];
  });
}
