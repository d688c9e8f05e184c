import { ed25519 } from '@noble/curves/ed25519.js';
import { catalogue } from '#shared/processes/catalogue.ts';
import type { Config } from '#shared/definition/config.ts';
import type { Actor, Role } from '#shared/definition/permission.ts';
import { listOf } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import type { Draft } from '#shared/changelog/chain.ts';
import type { Entry, EntryBody } from '#shared/changelog/entry.ts';
import { assignmentsOf, rolesOf } from '#shared/engine/assignments.ts';
import type { Command } from '#shared/engine/commands.ts';
import type { Outcome } from '#shared/engine/execute.ts';
import { seedFields, seedId } from '#shared/engine/seed.ts';
import { hashBytes, toBase64Url } from '#shared/kernel/canonical.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { encodeUtf8 } from '#shared/kernel/platform.ts';
import { recoveryPair } from '#shared/trust/recovery-code.ts';
import { signPairOf } from '#shared/trust/sign-key.ts';
import { makeVouch } from '#shared/trust/vouch.ts';
import { Replica } from './replica.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
const seeds = catalogue.processes.flatMap((process) => process.seed);

/** A laptop whose people are whom the records say they are. */
export class Laptop extends Replica {
  constructor(name: string) {
    super(catalogue, name);
    this.config = configOver(this);
  }

  /** Who the person is now, by what this laptop knows. */
  actor(person: string): Actor {
    const { roles, scoped } = rolesOf(
      this.view(person),
      assignmentsOf(this.config.all('assignment')),
      this.now,
    );
    const teams = listOf(this.view(person), 'teams');
    return { id: person, roles, teams, ...(scoped.length > 0 ? { scoped } : {}) };
  }

  as(person: string, command: Command): Promise<Outcome> {
    return this.must(this.actor(person), command);
  }

  tried(person: string, command: Command): Promise<Result<Outcome, readonly Problem[]>> {
    return this.do(this.actor(person), command);
  }

  put(person: string, type: string, fields: FieldValues): Promise<string> {
    return this.create(this.actor(person), type, fields);
  }

  /** As a changed program writes it: whatever it likes, in anybody's name. */
  forge(person: string, about: { readonly id: string; readonly type: string }, body: EntryBody): Entry {
    const last = this.states.get(about.id)?.last.stamp.counter ?? 0;
    const draft: Draft = {
      stamp: { wall: this.now, counter: last + 1 },
      actor: person,
      type: about.type,
      record: about.id,
      body,
    };
    const [entry] = this.write(draft);
    if (!entry) throw new Error('Nothing was written.');
    return entry;
  }

  /** Another database with the same log, which goes on by itself. */
  copy(): Laptop {
    const copied = new Laptop(this.id.slice(0, 1));
    copied.now = this.now;
    copied.receive(this);
    copied.resume();
    return copied;
  }

  /** The person signs in here: their word stands in this log from now on. */
  signIn(person: string, account = this.accountOf(person)): Entry {
    const body = makeVouch(secretOf(person), { account, person, replica: this.id });
    return this.forge(person, { id: account, type: 'account' }, body);
  }

  /** The holder of a recovery code sits here for the person. */
  recover(person: string, code: string, account = this.accountOf(person)): Entry {
    const body = makeVouch(recoveryOf(code).secret, { account, person, replica: this.id }, 'recovery');
    return this.forge(person, { id: account, type: 'account' }, body);
  }

  /** From now on the unit has this recovery code. */
  newCode(admin: string, code: string): Promise<Outcome> {
    return this.as(admin, { kind: 'edit', record: this.unit, fields: recoveryOf(code).fields });
  }

  get unit(): string {
    const found = [...this.states.values()].find(({ type }) => type === 'unit');
    if (!found) throw new Error('There is no unit.');
    return found.id;
  }

  accountOf(person: string): string {
    const found = [...this.states.values()].find(
      ({ type, create }) => type === 'account' && create?.fields['person'] === person,
    );
    if (!found) throw new Error(`${person} has no account.`);
    return found.id;
  }
}

/** A unit that was set up on laptop A, where its first person has signed in. */
export async function ruledUnit(): Promise<{ readonly first: Laptop; readonly admin: string }> {
  const first = new Laptop('A');
  const maker: Actor = { id: 'maker', roles: ['administrator', 'analyst'], teams: [] };
  const admin = await first.create(maker, 'person', { name: 'Adams', roles: ['administrator'] });
  const actor = { ...maker, id: admin };
  await first.must(actor, {
    kind: 'create',
    type: 'account',
    fields: { name: 'Adams', person: admin, credential: credentialOf(admin) },
  });
  for (const seed of seeds) {
    const type = catalogue.type(seed.type);
    if (!type) continue;
    const fields = seedFields(seed, type, seeds);
    const id = seedId(seed.type, seed.key);
    await first.must(actor, { kind: 'create', type: seed.type, id, fields });
    for (const { action, inputs } of seed.acts ?? []) {
      await first.must(actor, { kind: 'act', record: id, action, inputs });
    }
  }
  await first.must(actor, {
    kind: 'create',
    type: 'unit',
    fields: { name: 'Unit', shortName: 'U', zone: 'UTC', marking: 'UNCLASSIFIED' },
  });
  first.signIn(admin);
  first.now += day;
  return { first, admin };
}

/** Somebody with these roles and an account. */
export async function newPerson(
  laptop: Laptop,
  admin: string,
  name: string,
  ...roles: readonly Role[]
): Promise<string> {
  const person = await laptop.put(admin, 'person', { name, roles: [...roles] });
  await laptop.put(admin, 'account', { name, person, credential: credentialOf(person) });
  return person;
}

export function credentialOf(person: string, hasSign = true): string {
  const derivation = { name: 'argon2id', memory: 64, passes: 1, lanes: 1, salt: 'c2FsdA' };
  const sign = toBase64Url(ed25519.getPublicKey(secretOf(person)));
  return JSON.stringify({ derivation, public: 'cHVi', sealed: 'c2Vh', ...(hasSign ? { sign } : {}) });
}

/** What the code stands for: what its holder signs with, and what stands in the unit's record. */
export function recoveryOf(code: string): {
  readonly secret: Uint8Array;
  readonly sign: string;
  readonly fields: FieldValues;
} {
  const pair = recoveryPair(code);
  if (!pair) throw new Error('This is no recovery code.');
  const own = signPairOf(pair);
  const sign = toBase64Url(own.public);
  const fields = { recoveryKey: toBase64Url(pair.public), recoverySign: sign };
  return { secret: own.secret, sign, fields };
}

export function secretOf(person: string): Uint8Array {
  return hashBytes(encodeUtf8(`secret of ${person}`));
}

/** The configuration as it is now: read anew from the records. */
function configOver(laptop: Replica): Config {
  return {
    get version() {
      return laptop.log.length;
    },
    all: (type) =>
      catalogue.type(type)?.config
        ? [...laptop.states.values()].filter((state) => state.type === type).map(({ id }) => laptop.view(id))
        : [],
    get: (id) => (laptop.states.has(id) ? laptop.view(id) : undefined),
  };
}
