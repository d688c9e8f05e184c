import type { Data, Recovery, ScriptedCommand } from '#renderer/data/data.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { SeedRecord } from '#shared/definition/process.ts';
import type { Catalogue } from '#shared/definition/catalogue.ts';
import { seedFields, seedId } from '#shared/engine/seed.ts';
import { newRecordId } from '#shared/kernel/ids.ts';
import { passphraseFault, type Credential } from '#shared/trust/credential.ts';
import { showRecoveryCode } from '#renderer/access/recovery-code.ts';

/** What a new user fills in. */
export interface UnitSetup {
  readonly name: string;
  readonly shortName: string;
  /** IANA zone. */
  readonly zone: string;
  readonly marking: string;
  readonly personName: string;
  readonly jobTitle: string;
  readonly passphrase: string;
  /** The same again. */
  readonly repeated: string;
}

/** What the new unit is closed with. */
export interface UnitKeys {
  readonly credential: Credential;
  readonly recovery: Recovery['fields'];
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
  const missing = [
    ...required
      .filter(([field]) => setup[field].trim() === '')
      .map(([field, message]) => ({ field, message })),
    ...checkPassphrases(setup),
  ];
  if (isZone(setup.zone)) return missing;
  const message = `“${setup.zone}” is not a time zone. Choose one from the list, such as Europe/Berlin or UTC.`;
  return [...missing, { field: 'zone', message }];
}

function checkPassphrases({ passphrase, repeated }: UnitSetup): readonly SetupError[] {
  const fault = passphraseFault(passphrase);
  if (fault) return [{ field: 'passphrase', message: `${fault.message} ${fault.next ?? ''}` }];
  if (passphrase === repeated) return [];
  return [{ field: 'repeated', message: 'The two passphrases are not the same. Type both again.' }];
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
  keys: UnitKeys,
): { readonly person: string; readonly account: string; readonly script: readonly ScriptedCommand[] } {
  const [person, account] = [newRecordId(now), newRecordId(now)];
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
  const accountFields = {
    name: personName.trim(),
    person,
    credential: JSON.stringify(keys.credential),
  };
  const unitFields = {
    name: name.trim(),
    shortName: shortName.trim(),
    zone,
    marking: marking.trim(),
    ...keys.recovery,
    ...(calendar ? { defaultCalendar: seedId(calendar.type, calendar.key) } : {}),
  };
  return {
    person,
    account,
    script: [
      { command: { kind: 'create', type: 'person', id: person, fields: personFields }, actor, at: now },
      {
        command: { kind: 'create', type: 'account', id: account, fields: accountFields },
        actor,
        at: now,
      },
      ...seedCommands(catalogue, actor, now),
      { command: { kind: 'create', type: 'unit', fields: unitFields }, actor, at: now },
    ],
  };
}

/** Closes the device for the new unit's first person, and makes the unit: all of it or, when something is refused, nothing. @throws ProblemError */
export async function setUpUnit(
  data: Data,
  setup: UnitSetup,
  onProgress: (share: number) => void,
): Promise<void> {
  const { access } = data;
  const recovery = access.makeRecovery();
  const { credential, secret } = await access.makeCredential(setup.passphrase);
  const keys = { credential, recovery: recovery.fields };
  const { person, account, script } = setupScript(data.catalogue, setup, data.now(), keys);
  const holder = { id: person, kind: 'person', name: setup.personName.trim(), credential } as const;
  showRecoveryCode(recovery.code);
  await access.close([holder], secret, recovery.fields.recoveryKey);
  await data.runScript(script, { founders: [{ person, account, secret }], onProgress });
}
