import { useMemo } from 'react';
import type { ReferenceModel } from '#shared/library/model.ts';
import { useProcessModels } from '../process-models.tsx';

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

/** Processes by domain, in the order of the reference models of the page; those that none of them knows stand last. */
export function useProcessGroups(codes: readonly string[]): readonly ProcessGroup[] {
  const models = useProcessModels();
  const key = codes.join(' ');
  return useMemo(() => groupsOf(key.split(' '), models), [key, models]);
}

function groupsOf(codes: readonly string[], models: readonly ReferenceModel[]): readonly ProcessGroup[] {
  const left = new Set(codes.filter((code) => code !== ''));
  const known = models.flatMap(({ code: model, domains, processes }) => {
    const own = processes.filter(({ code }) => left.delete(code));
    return domains.map(({ code, name }) => ({
      domain: models.length > 1 ? `${model} ${code}` : code,
      name,
      processes: own.filter(({ domain }) => domain === code),
    }));
  });
  const unknown = [...left].map((code) => ({ code, name: '' }));
  return [...known, { domain: '', name: 'Other processes', processes: unknown }].filter(
    ({ processes }) => processes.length > 0,
  );
}
