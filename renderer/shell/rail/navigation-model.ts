import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { DomainCode, ProcessDefinition } from '#shared/definition/process.ts';
import type { Query } from '#shared/definition/query.ts';

/** The unit's own data stands in its own section, whatever domain it is declared under. */
const unitDataProcess = 'FND';

const domainNames: readonly (readonly [DomainCode, string])[] = [
  ['SS', 'Service strategy'],
  ['SD', 'Service design'],
  ['ST', 'Service transition'],
  ['SO', 'Service operation'],
  ['CSI', 'Continual improvement'],
];

export interface DomainSection {
  readonly code: DomainCode;
  readonly name: string;
  /** None where this release declares no process of the domain. */
  readonly processes: readonly ProcessDefinition[];
}

export interface Navigation {
  readonly domains: readonly DomainSection[];
  readonly unitData: ProcessDefinition | undefined;
}

/** What the rail shows, from the declarations alone. */
export function navigationOf(catalogue: Catalogue): Navigation {
  return {
    domains: domainNames.map(([code, name]) => ({
      code,
      name,
      processes: catalogue.processes.filter(
        (process) => process.domain === code && process.code !== unitDataProcess,
      ),
    })),
    unitData: catalogue.process(unitDataProcess),
  };
}

/** Pages of a process besides its lists. */
const pages: Readonly<Record<string, readonly { readonly href: string; readonly label: string }[]>> = {
  CSI: [{ href: '/conformance', label: 'Conformance register' }],
};

export function pagesOf({
  code,
}: ProcessDefinition): readonly { readonly href: string; readonly label: string }[] {
  return pages[code] ?? [];
}

/** The records of a type that still need something. */
export function openRecords(type: string): Query {
  return { type, where: [{ column: 'stateClass', in: ['open', 'waiting'] }] };
}
