import type { Entry } from '#shared/changelog/entry.ts';
import { foldRecord } from '#shared/changelog/fold.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Lifecycle } from '#shared/definition/lifecycle.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import { auditDatabase } from '#test/support/workspace.ts';
import { Chance } from './chance.ts';
import type { Laptop } from './laptop.ts';
import { checkFiles } from './files.ts';
import { contentOf } from './ledger.ts';
import { checkUpgrade } from './newer-version.ts';
import { checkRevoked, keptByRevoked } from './revoked.ts';
import type { World } from './world.ts';

/** What must hold once everybody has heard everything. @returns what does not. */
export async function check(world: World): Promise<readonly string[]> {
  const newcomer = await world.addLaptop();
  const [hub] = world.hubs;
  if (hub) await world.join(newcomer, hub);
  const faults = [...world.network.faults];
  const [first] = world.members;
  const kept = await keptByRevoked(world);
  const expected = first ? await stored(first) : new Map<string, string>();
  for (const laptop of world.members) {
    const told = [
      ...(await auditDatabase(laptop.database, world.catalogue)),
      ...differences(expected, await stored(laptop)),
      ...checkEntries(world, await laptop.entries(), kept),
      ...checkNames(world, await laptop.entries()),
      ...(await checkOrder(world, laptop)),
      ...(await laptop.views()).flatMap((view) => checkLife(world, view)),
      ...(await checkUpgrade(world, laptop)),
    ];
    faults.push(...told.map((fault) => `${laptop.parts.name}: ${fault}`));
  }
  if (first && !world.hasCopies) faults.push(...checkNumbers(await first.views()));
  faults.push(...(await checkFiles(world)), ...(await checkRevoked(world)));
  return faults;
}

/** Fold state and what it is shown as, conflicts too, of every record. */
async function stored({ database, parts }: Laptop): Promise<ReadonlyMap<string, string>> {
  const rows = await database.records.toArray();
  return new Map(
    rows.map(({ id, state }) => {
      const type = parts.catalogue.type(state.type);
      const view = type && projectRecord(state, shapeOf(type));
      return [id, canonicalJson(JSON.parse(JSON.stringify({ state, view: view ?? null })))];
    }),
  );
}

function differences(
  expected: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): readonly string[] {
  const ids = new Set([...expected.keys(), ...found.keys()]);
  return [...ids]
    .filter((id) => expected.get(id) !== found.get(id))
    .map(
      (id) =>
        `record ${id} is not as elsewhere:\n${found.get(id) ?? 'missing'}\n${expected.get(id) ?? 'missing'}`,
    );
}

/** Nothing that was saved is missing, and nothing is there twice. */
function checkEntries(world: World, entries: readonly Entry[], kept: readonly string[]): readonly string[] {
  const contents = entries.map(contentOf);
  const known = new Set([...contents, ...kept]);
  const seen = new Set<string>();
  const twice = contents.filter((content) => seen.size === seen.add(content).size);
  return [
    ...world.ledger.missingIn(known).map((what) => `lost: ${what}`),
    ...twice.map((what) => `twice: ${what}`),
  ];
}

/**
 * What an entry names is what its author named. Who built on entries of somebody’s copy that a fork renamed later names them
 * as they were called then.
 */
function checkNames({ hasCopies, ledger }: World, entries: readonly Entry[]): readonly string[] {
  return ledger.misnamedIn(entries, hasCopies);
}

/** The fold of the entries in any order is what is stored. */
async function checkOrder({ shape }: World, laptop: Laptop): Promise<readonly string[]> {
  const byRecord = groupBy(new Chance(shape.seed).shuffled(await laptop.entries()), ({ record }) => record);
  const faults: string[] = [];
  for (const { id, state } of await laptop.database.records.toArray()) {
    const entries = byRecord.get(id);
    const isSame = entries && canonicalJson(plain(foldRecord(entries))) === canonicalJson(plain(state));
    if (!isSame) faults.push(`record ${id} is not the fold of its entries in another order`);
  }
  return faults;
}

function plain(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}

/** Every step of a record's life stands in the table, and begins where the one before ended. */
function checkLife({ catalogue }: World, { id, type, life, state }: RecordView): readonly string[] {
  const lifecycle = catalogue.type(type)?.lifecycle;
  if (!lifecycle) return [`record ${id} is of the unknown type ${type}`];
  let at = lifecycle.initial;
  for (const { action, from, to } of life) {
    if (from !== at || !isAllowed(lifecycle, action, from, to)) {
      return [`record ${id} went by ${action} from ${from} to ${to} while it was ${at}`];
    }
    at = to;
  }
  return at === state ? [] : [`record ${id} is ${state}, and its life ends ${at}`];
}

function isAllowed({ transitions }: Lifecycle, action: string, from: string, to: string): boolean {
  return transitions.some(
    (one) =>
      one.action === action &&
      one.from.includes(from) &&
      (one.to === to || (one.to === 'same' && from === to)),
  );
}

function checkNumbers(views: readonly RecordView[]): readonly string[] {
  return [...groupBy(views, ({ number }) => number)]
    .filter(([, alike]) => alike.length > 1)
    .map(([number]) => `the number ${number} was given twice`);
}
