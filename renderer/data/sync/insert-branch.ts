import type { Catalogue } from '#shared/definition/catalogue.ts';
import { decodeEntries } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { foldRecord } from '#shared/changelog/fold.ts';
import { planFork, standsOn, type LogChange } from '#shared/sync/fork-plan.ts';
import { heldOf, type Vector } from '#shared/sync/vector.ts';
import { Counters, counterPrefix } from '../counters.ts';
import type { LogRow, OutpostDatabase, RecordRow } from '../database.ts';
import { readIdentity, renewIdentity } from '../identity.ts';
import { readLastN, toLogRow } from '../log.ts';
import { recordRow } from '../record-rows.ts';
import type { ReceivedRun } from '../receive.ts';
import { hashHere, heldBranches, rowsFrom } from './held-branches.ts';
import { localVector } from './local-vector.ts';

export interface Inserted {
  /** Arrival number of the newest entry. */
  readonly n: number;
  /** Entries that were new here. */
  readonly entries: number;
  /** Those whose entries are new, or have another name now. */
  readonly records: readonly string[];
  /** Of logs that were cut: number of the last entry that stayed. */
  readonly shortened: Vector;
  /** Whether the branch stands under its own name. */
  readonly keepsName: boolean;
  /** Entries that left the log which this database was writing: it has another identity now. */
  readonly lost: number;
}

/** Entries of a log row at most. */
const mostInRow = 1000;

/**
 * Takes in a run that parts from the log held here, or begins a log that forked off another, in one transaction: both branches are here
 * afterwards, with their stamps, authors and contents as they were, under the names that everybody gives them. Nothing is lost, and
 * numbers of records stay.
 * @returns undefined where it does not stand on what is here; nothing was changed.
 */
export async function insertBranch(
  database: OutpostDatabase,
  catalogue: Catalogue,
  run: ReceivedRun,
): Promise<Inserted | undefined> {
  const { log, records, meta } = database;
  return database.transaction('rw', log, records, meta, async () => {
    const [first, ...rest] = run.entries;
    const last = rest.at(-1) ?? first;
    if (!first || !last) return undefined;
    const held = heldBranches(database);
    const before = await localVector(database);
    if ((await hashHere(database, first.replica, first.seq - 1)) !== first.prev) return undefined;
    if (heldOf(before, first.replica) === 0 && !(await standsOn(first, held))) return undefined;
    const changes = (await planFork({ entries: [first, ...rest], hash: run.hash }, held)) ?? [];
    const { n, left, came, added } = await changeLogs(database, changes, run);
    const touched = new Set([...left, ...came].map(({ record }) => record));
    await refold(database, catalogue, touched, added);
    await raiseCounters(database, came);
    const cut = changes.filter(({ replica, keep }) => keep < heldOf(before, replica));
    return {
      n,
      entries: came.length - left.length,
      records: [...touched],
      shortened: Object.fromEntries(cut.map(({ replica, keep }) => [replica, keep])),
      keepsName: (await hashHere(database, first.replica, last.seq)) === run.hash,
      lost: await lostBy(database, before, cut, changes),
    };
  });
}

interface ChangedLogs {
  readonly n: number;
  /** Entries that left the logs they stood in, and those that came into them: moved ones are among both. */
  readonly left: readonly Entry[];
  readonly came: readonly Entry[];
  /** Keys of the rows that were added. */
  readonly added: readonly number[];
}

async function changeLogs(
  database: OutpostDatabase,
  changes: readonly LogChange[],
  run: ReceivedRun,
): Promise<ChangedLogs> {
  const { log } = database;
  let n = await readLastN(database);
  const left: Entry[] = [];
  const came: Entry[] = [];
  const added: LogRow[] = [];
  for (const { replica, keep, added: branch } of changes) {
    const cut = await rowsFrom(database, replica, keep + 1);
    left.push(...cut.flatMap((row) => decodeEntries(row.bytes)).filter(({ seq }) => seq > keep));
    await log.bulkDelete(cut.map((row) => row.n));
    await log.bulkAdd(beginnings(cut, keep));
    const all = branch?.entries ?? [];
    came.push(...all);
    for (let start = 0; start < all.length; start += mostInRow) {
      const part = all.slice(start, start + mostInRow);
      const hash = all[start + part.length]?.prev ?? branch?.hash ?? '';
      const row = toLogRow(n + 1, part, { seq: part.at(-1)?.seq ?? 0, hash });
      added.push(run.signature && hash === run.hash ? { ...row, signature: run.signature } : row);
      n += part.length;
    }
  }
  // Moved entries get new arrival numbers: whoever was about to append under the old identity is overtaken by them, and looks again.
  await log.bulkAdd(added);
  return { n, left, came, added: added.map((row) => row.n) };
}

/** What stays of the row in which a log is cut. */
function beginnings(cut: readonly LogRow[], keep: number): readonly LogRow[] {
  return cut.flatMap((row) => {
    const entries = decodeEntries(row.bytes);
    const kept = entries.filter(({ seq }) => seq <= keep);
    const next = entries[kept.length];
    return kept.length > 0 && next ? [toLogRow(row.n, kept, { seq: keep, hash: next.prev })] : [];
  });
}

/** Records of moved entries stand on other names now, and their entries in other rows. */
async function refold(
  { log, records }: OutpostDatabase,
  catalogue: Catalogue,
  touched: ReadonlySet<string>,
  added: readonly number[],
): Promise<void> {
  const known = new Map((await records.bulkGet([...touched])).map((row) => [row?.id ?? '', row]));
  const changed: RecordRow[] = [];
  for (const id of touched) {
    const places: number[] = [];
    const entries: Entry[] = [];
    let n = 0;
    for (const place of await log.bulkGet([...new Set([...(known.get(id)?.places ?? []), ...added])])) {
      for (const [index, entry] of (place ? decodeEntries(place.bytes) : []).entries()) {
        if (!place || entry.record !== id) continue;
        n = place.n + index;
        entries.push(entry);
        if (places.at(-1) !== place.n) places.push(place.n);
      }
    }
    changed.push(recordRow(catalogue, foldRecord(entries), { n, places }));
  }
  await records.bulkPut(changed);
}

/** A number that came in under this device's own code must not be given again. */
async function raiseCounters(database: OutpostDatabase, entries: readonly Entry[]): Promise<void> {
  const shortCode = (await readIdentity(database))?.shortCode;
  if (!shortCode) return;
  const rows = await database.meta.where('key').startsWith(counterPrefix).toArray();
  await database.meta.bulkPut([...new Counters(rows).behind(entries, shortCode)]);
}

/** A database whose own log was cut takes another identity. @returns how many entries left that log. */
async function lostBy(
  database: OutpostDatabase,
  before: Vector,
  cut: readonly LogChange[],
  changes: readonly LogChange[],
): Promise<number> {
  const identity = await readIdentity(database);
  const own = cut.find(({ replica }) => replica === identity?.replica);
  if (!own) return 0;
  const names = changes.flatMap(({ replica, added }) => (added && replica !== own.replica ? [replica] : []));
  await renewIdentity(database, names);
  return heldOf(before, own.replica) - own.keep;
}
