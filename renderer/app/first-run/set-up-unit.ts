import type { Data, ScriptedCommand } from '#renderer/data/data.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { SeedRecord } from '#shared/definition/process.ts';
import type { Catalogue } from '#shared/definition/catalogue.ts';
import { seedFields, seedId } from '#shared/engine/seed.ts';
import { newRecordId } from '#shared/kernel/ids.ts';

/** What a new user fills in. */
export interface UnitSetup {
  readonly name: string;
  readonly shortName: string;
  /** IANA zone. */
  readonly zone: string;
  readonly marking: string;
  readonly personName: string;
  readonly jobTitle: string;
}

export interface SetupError {
  readonly field: keyof UnitSetup;
  readonly message: string;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone });
    return zone !== '';
  } catch {
    return false;
  }
}

const required: readonly (readonly [keyof UnitSetup, string])[] = [
  ['name', 'Name of the unit is empty. Write it as it stands on your letterhead.'],
  ['shortName', 'Short name is empty. It stands in the top bar, so keep it short.'],
  ['marking', 'Marking is empty. Give the highest marking that records here may have.'],
  ['personName', 'Your name is empty. It goes on everything you write.'],
];

/** What is missing or wrong, field by field. */
export function checkSetup(setup: UnitSetup): readonly SetupError[] {
  const missing = required
    .filter(([field]) => setup[field].trim() === '')
    .map(([field, message]) => ({ field, message }));
  if (isZone(setup.zone)) return missing;
  const message = `“${setup.zone}” is not a time zone. Choose one from the list, such as Europe/Berlin or UTC.`;
  return [...missing, { field: 'zone', message }];
}

/** Commands that make the records every new unit starts with and bring them into force; what others name comes first. */
export function seedCommands(catalogue: Catalogue, actor: Actor, at: number): readonly ScriptedCommand[] {
  const seeds = catalogue.processes.flatMap((process) => process.seed);
  return inOrder(seeds).flatMap((seed): ScriptedCommand[] => {
    const type = catalogue.type(seed.type);
    if (!type) return [];
    const id = seedId(seed.type, seed.key);
    const fields = seedFields(seed, type, seeds);
    const acts = (seed.acts ?? []).map(({ action, inputs }): ScriptedCommand => {
      const given = seedFields({ ...seed, fields: inputs }, type, seeds);
      return { command: { kind: 'act', record: id, action, inputs: given }, actor, at };
    });
    return [{ command: { kind: 'create', type: seed.type, id, fields }, actor, at }, ...acts];
  });
}

function namedBy(seed: SeedRecord): readonly string[] {
  return [...JSON.stringify([seed.fields, seed.acts]).matchAll(/"@([^"]+)"/g)].map((match) => match[1] ?? '');
}

/** Seeds with those that they name before them. */
export function inOrder(seeds: readonly SeedRecord[]): readonly SeedRecord[] {
  const byKey = new Map(seeds.map((seed) => [seed.key, seed]));
  const done = new Set<SeedRecord>();
  const visit = (seed: SeedRecord, above: readonly SeedRecord[]): void => {
    // Two that name each other: either order is as good, as the engine checks references against the whole script.
    if (done.has(seed) || above.includes(seed)) return;
    for (const key of namedBy(seed)) {
      const named = byKey.get(key);
      if (named) visit(named, [...above, seed]);
    }
    done.add(seed);
  };
  for (const seed of seeds) visit(seed, []);
  return [...done];
}

/** The whole set-up as a script: unit, the person who made it, the defaults of all processes. */
export function setupScript(
  catalogue: Catalogue,
  setup: UnitSetup,
  now: number,
): { readonly person: string; readonly script: readonly ScriptedCommand[] } {
  const person = newRecordId(now);
  const actor: Actor = { id: person, roles: ['administrator', 'analyst'], teams: [] };
  const { name, shortName, zone, marking, personName, jobTitle } = setup;
  const calendar = catalogue.processes
    .flatMap(({ seed }) => seed)
    .find(({ type }) => type === 'service-calendar');
  const personFields = {
    name: personName.trim(),
    ...(jobTitle.trim() ? { jobTitle: jobTitle.trim() } : {}),
    roles: [...actor.roles],
  };
  const unitFields = {
    name: name.trim(),
    shortName: shortName.trim(),
    zone,
    marking: marking.trim(),
    ...(calendar ? { defaultCalendar: seedId(calendar.type, calendar.key) } : {}),
  };
  return {
    person,
    script: [
      { command: { kind: 'create', type: 'person', id: person, fields: personFields }, actor, at: now },
      ...seedCommands(catalogue, actor, now),
      { command: { kind: 'create', type: 'unit', fields: unitFields }, actor, at: now },
    ],
  };
}

/** Makes the unit. All of it or, when something is refused, nothing. @throws ProblemError */
export async function setUpUnit(
  data: Data,
  setup: UnitSetup,
  onProgress: (share: number) => void,
): Promise<string> {
  const { person, script } = setupScript(data.catalogue, setup, data.now());
  await data.runScript(script, onProgress);
  return person;
}
