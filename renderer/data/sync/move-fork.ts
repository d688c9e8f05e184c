import type { Catalogue } from '#shared/definition/catalogue.ts';
import { noHead } from '#shared/changelog/chain.ts';
import { decodeEntries } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { foldRecord } from '#shared/changelog/fold.ts';
import type { LogRow, OutpostDatabase, RecordRow } from '../database.ts';
import { readIdentity, renewIdentity, type Identity } from '../identity.ts';
import { readLastN, toLogRow } from '../log.ts';
import { recordRow } from '../record-rows.ts';
import { forgetVerified } from '../verify/kept-result.ts';
import { renamedFork, withoutKnown, type ForkedLog } from './renamed-fork.ts';

export interface Moved {
  /** Entries that have another name now. */
  readonly entries: number;
  /** The new identity, where the log is the one that this database was writing. */
  readonly identity?: Identity;
}

/**
 * A copy of a database went on elsewhere under the same replica id, and was first: the entries from `from` on get another replica
 * id, with their stamps, authors and contents as they were, and name each other by their new numbers. Everybody who holds them and
 * finds the fork moves them to the same id. One transaction; nothing is lost, and numbers of records stay.
 * @param replica of the log, this database's own or one that came from elsewhere.
 */
export async function moveFork(
  database: OutpostDatabase,
  catalogue: Catalogue,
  replica: string,
  from: number,
): Promise<Moved> {
  const { log, records, meta } = database;
  return database.transaction('rw', log, records, meta, async () => {
    const rows = await logOf(database, replica);
    const forked = rows.filter((row) => row.to >= from);
    const entries = forked.flatMap((row) => decodeEntries(row.bytes)).filter(({ seq }) => seq >= from);
    if (entries.length === 0) return { entries: 0 };
    const moved = renamedFork(entries);
    const parts = await placesFor(database, moved);
    const added = rowsAfter(await readLastN(database), parts);
    await log.bulkDelete(forked.map((row) => row.n));
    await forgetVerified(database);
    await log.bulkAdd([...beginnings(forked, from), ...added]);
    await refold(database, catalogue, {
      records: new Set(entries.map(({ record }) => record)),
      added: added.map((row) => row.n),
    });
    const names = [moved, ...parts].map((part) => part.entries[0].replica);
    const identity = await newIdentity(database, replica, [...new Set(names)]);
    return { entries: entries.length, ...(identity ? { identity } : {}) };
  });
}

function logOf(database: OutpostDatabase, replica: string): Promise<LogRow[]> {
  return database.log.where('[replica+from]').between([replica, 0], [replica, Infinity]).toArray();
}

/** Some of the entries may be here under their new name already, from somebody who found the fork before. */
async function placesFor(database: OutpostDatabase, moved: ForkedLog): Promise<readonly ForkedLog[]> {
  const parts: ForkedLog[] = [];
  for (let next: ForkedLog | undefined = moved; next;) {
    const held = await logOf(database, next.entries[0].replica);
    const { fresh, forked }: ReturnType<typeof withoutKnown> = withoutKnown(
      next,
      held.flatMap((row) => decodeEntries(row.bytes)),
      held.at(-1)?.hash ?? noHead.hash,
    );
    if (fresh) parts.push(fresh);
    next = forked;
  }
  return parts;
}

/** What stays of the row in which the fork lies. */
function beginnings(forked: readonly LogRow[], from: number): readonly LogRow[] {
  return forked.flatMap((row) => {
    const entries = decodeEntries(row.bytes);
    const kept = entries.filter(({ seq }) => seq < from);
    const next = entries[kept.length];
    return kept.length > 0 && next ? [toLogRow(row.n, kept, { seq: next.seq - 1, hash: next.prev })] : [];
  });
}

/** Moved entries get new arrival numbers: whoever was about to append under the old identity is overtaken by them, and looks again. */
function rowsAfter(n: number, parts: readonly ForkedLog[]): readonly LogRow[] {
  let first = n + 1;
  return parts.map(({ entries, hash }) => {
    const row = toLogRow(first, entries, { seq: entries.at(-1)?.seq ?? 0, hash });
    first += entries.length;
    return row;
  });
}

/** Records of moved entries stand on other names now, and their entries in other rows. */
async function refold(
  { log, records }: OutpostDatabase,
  catalogue: Catalogue,
  moved: { readonly records: ReadonlySet<string>; readonly added: readonly number[] },
): Promise<void> {
  const changed: RecordRow[] = [];
  for (const row of await records.bulkGet([...moved.records])) {
    if (!row) continue;
    const places: number[] = [];
    const entries: Entry[] = [];
    let n = 0;
    for (const place of await log.bulkGet([...new Set([...row.places, ...moved.added])])) {
      for (const [index, entry] of (place ? decodeEntries(place.bytes) : []).entries()) {
        if (!place || entry.record !== row.id) continue;
        n = place.n + index;
        entries.push(entry);
        if (places.at(-1) !== place.n) places.push(place.n);
      }
    }
    changed.push(recordRow(catalogue, foldRecord(entries), { n, places }));
  }
  await records.bulkPut(changed);
}

async function newIdentity(
  database: OutpostDatabase,
  replica: string,
  names: readonly string[],
): Promise<Identity | undefined> {
  const identity = await readIdentity(database);
  return identity?.replica === replica ? renewIdentity(database, names) : undefined;
}
