import { useMemo } from 'react';
import { desmf } from '#resources/library/desmf.ts';

export interface NamedProcess {
  readonly code: string;
  readonly name: string;
}

export interface ProcessGroup {
  /** '' for processes that the model does not know. */
  readonly domain: string;
  readonly name: string;
  readonly processes: readonly NamedProcess[];
}

/** Processes by domain, in the order of the reference model; those that it does not know stand last. */
export function useProcessGroups(codes: readonly string[]): readonly ProcessGroup[] {
  const key = codes.join(' ');
  return useMemo(() => groupsOf(key.split(' ')), [key]);
}

function groupsOf(codes: readonly string[]): readonly ProcessGroup[] {
  const known = desmf.processes.filter(({ code }) => codes.includes(code));
  const unknown = codes.filter((code) => code !== '' && !known.some((process) => process.code === code));
  return [
    ...desmf.domains.map(({ code, name }) => ({
      domain: code,
      name,
      processes: known.filter(({ domain }) => domain === code),
    })),
    { domain: '', name: 'Other processes', processes: unknown.map((code) => ({ code, name: '' })) },
  ].filter(({ processes }) => processes.length > 0);
}
