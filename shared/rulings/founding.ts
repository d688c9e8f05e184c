import type { Catalogue } from '../definition/catalogue.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { FieldValues } from '../definition/values.ts';
import type { Entry } from '../changelog/entry.ts';
import { isMaking, refOf } from '../changelog/fold.ts';
import { soundEntry } from '../changelog/sound-entry.ts';
import { newRecord } from '../engine/create.ts';
import { seedFields, seedId } from '../engine/seed.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import type { ReplicaId } from '../kernel/ids.ts';
import type { Facts } from './facts.ts';
import type { Heard } from './heard.ts';

/** How the unit began. */
export interface Founding {
  /** Record id of the unit. */
  readonly unit: string;
  /** The log that the unit was made in. */
  readonly replica: ReplicaId;
  /** Its entries up to this one, and of this instant, were written before anybody could have signed in. */
  readonly seq: number;
  readonly wall: number;
  /** The unit's first account; absent while it has none. */
  readonly account?: Heard;
}

/** By order of arrival: times are claims, and whoever wants to have been first claims an earlier one. */
export async function foundingOf(facts: Facts): Promise<Founding | undefined> {
  const unit = await firstMade('unit', facts);
  if (!unit) return undefined;
  const { record, replica, seq, stamp } = unit.entry;
  const account = await firstMade('account', facts);
  if (!account) return { unit: record, replica, seq: Infinity, wall: stamp.wall };
  const end = account.entry.replica === replica ? account.entry : unit.entry;
  return { unit: record, replica, seq: Math.max(seq, end.seq), wall: end.stamp.wall, account };
}

/** Was it written while the unit was being made? A demo unit is played by many people there. */
export function isFounding({ replica, seq, wall, account }: Founding, { entry }: Heard): boolean {
  if (entry.replica !== replica) return false;
  if (entry.seq <= seq || entry.stamp.wall === wall) return true;
  return account?.entry.replica !== replica && isBefore(entry, account);
}

function isBefore(entry: Entry, account: Heard | undefined): boolean {
  return account === undefined || entry.stamp.wall < account.entry.stamp.wall;
}

async function firstMade(type: string, facts: Facts): Promise<Heard | undefined> {
  let first: Heard | undefined;
  for (const record of await facts.ofType(type)) {
    for (const heard of await facts.entries(record)) {
      const makes = isMaking(soundEntry(heard.entry));
      const isOut = facts.source.finding(refOf(heard.entry)) === 'aside';
      if (makes && !isOut && (!first || heard.arrival < first.arrival)) first = heard;
    }
  }
  return first;
}

interface Shipped {
  readonly type: RecordType;
  readonly fields: FieldValues;
}

const seedsOf = new WeakMap<Catalogue, ReadonlyMap<string, Shipped>>();

/**
 * Does it make a record that every unit starts with, as it is shipped? Whoever writes it changes nothing.
 * @param isLeft it is what is left of a redacted one.
 */
export function isSeed(
  { type, record, body, actor, stamp }: Entry,
  catalogue: Catalogue,
  isLeft = false,
): boolean {
  if (body.kind !== 'create') return false;
  const shipped = shippedIn(catalogue).get(record);
  if (shipped?.type.name !== type) return false;
  const author = { id: actor, roles: [], teams: [] };
  const environment = { actor: author, now: stamp.wall, nextNumber: () => body.number };
  const made = newRecord(shipped.type, shipped.fields, environment, () => record);
  const isShipped = (name: string) => !isLeft || name in body.fields;
  const expected = Object.entries(made.view.fields).filter(([name]) => isShipped(name));
  return canonicalJson(Object.fromEntries(expected)) === canonicalJson(body.fields);
}

function shippedIn(catalogue: Catalogue): ReadonlyMap<string, Shipped> {
  let known = seedsOf.get(catalogue);
  if (!known) {
    const seeds = catalogue.processes.flatMap((process) => process.seed);
    known = new Map(
      seeds.flatMap((seed) => {
        const type = catalogue.type(seed.type);
        return type ? [[seedId(seed.type, seed.key), { type, fields: seedFields(seed, type, seeds) }]] : [];
      }),
    );
    seedsOf.set(catalogue, known);
  }
  return known;
}
