import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { catalogue } from '#shared/processes/catalogue.ts';
import type { Activity, ProcessDefinition } from '#shared/definition/process.ts';

interface FrameworkProcess {
  readonly code: string;
  readonly name: string;
  readonly domain: string;
  readonly section: string;
  readonly isoClauses: readonly string[];
  readonly outcomes: number;
  readonly activities: readonly { readonly code: string; readonly name: string }[];
  readonly raci: Readonly<Record<'accountable' | 'responsible' | 'consulted' | 'informed', string>>;
}

/** What the framework says of processes; see test/data/README.md. */
const file = new URL('../data/framework.json', import.meta.url);
const framework = JSON.parse(await readFile(file, 'utf8')) as {
  readonly domains: readonly { readonly code: string }[];
  readonly processes: readonly FrameworkProcess[];
};
const known = new Map(framework.processes.map((process) => [process.code, process]));

/** The unit's own data, which the framework does not have. */
const own = ['FND'];
const declared = catalogue.processes
  .filter(({ code }) => !own.includes(code))
  .map((process) => [process.code, process] as const);

const oneSpelling = (text: string): string => text.replaceAll('ASA (ALT)', 'ASA(ALT)');

describe.each(declared)('%s', (code, process: ProcessDefinition) => {
  const source = known.get(code);

  test('FRM-1 has the framework’s name, domain, section and clauses', () => {
    const { name, domain, section, isoClauses } = process;
    expect({ name, domain, section, isoClauses }).toEqual({
      name: source?.name,
      domain: source?.domain,
      section: source?.section,
      isoClauses: source?.isoClauses,
    });
  });

  test('FRM-2 has as many outcomes, in words of our own', () => {
    expect(process.outcomes).toHaveLength(source?.outcomes ?? -1);
    expect(new Set(process.outcomes).size).toBe(process.outcomes.length);
  });

  test('FRM-3 has its activities, by code and name, in order', () => {
    expect(process.activities.map((activity) => ({ code: activity.code, name: activity.name }))).toEqual(
      source?.activities,
    );
  });

  test('FRM-4 answers for each activity as its row of the RACI chart says, one party accountable', () => {
    for (const { raci } of process.activities) {
      const row = {
        accountable: raci.accountable,
        responsible: raci.responsible.join(' '),
        consulted: raci.consulted.join(' '),
        informed: raci.informed.join(' '),
      };
      const { raci: wanted } = source ?? {};
      expect(row).toEqual(
        wanted &&
          Object.fromEntries(Object.entries(wanted).map(([part, parties]) => [part, oneSpelling(parties)])),
      );
    }
  });

  test('FRM-5 every activity is explained, and none twice in the same words', () => {
    const helps = process.activities.map(({ help }: Activity) => help);
    expect(new Set(helps).size).toBe(helps.length);
    expect(helps.every((help) => help.length > 20)).toBe(true);
  });
});

test('FRM-1 every process of the framework or the unit’s own belongs to one of its domains', () => {
  const domains = framework.domains.map(({ code }) => code);
  expect(catalogue.processes.filter(({ domain }) => !domains.includes(domain))).toEqual([]);
});
