import type { ProcessDefinition } from './process.ts';
import type { RecordType } from './record-type.ts';
import { withScopedRights } from './scoped-rights.ts';

/** All declared processes and record types, looked up by name. */
export interface Catalogue {
  readonly processes: readonly ProcessDefinition[];
  readonly types: readonly RecordType[];
  readonly type: (name: string) => RecordType | undefined;
  readonly process: (code: string) => ProcessDefinition | undefined;
}

/** Builds the look-ups; `checkCatalogue` tells whether the declarations are sound. */
export function buildCatalogue(declared: readonly ProcessDefinition[]): Catalogue {
  const processes = declared.map((process) => ({
    ...process,
    recordTypes: process.recordTypes.map(withScopedRights),
  }));
  const types = processes.flatMap((process) => process.recordTypes);
  const byName = new Map(types.map((type) => [type.name, type]));
  const byCode = new Map(processes.map((process) => [process.code, process]));
  return { processes, types, type: (name) => byName.get(name), process: (code) => byCode.get(code) };
}
