import type { Catalogue } from '#shared/definition/catalogue.ts';
import { chainEntries, type Draft } from '#shared/changelog/chain.ts';
import { decodeEntries } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { foldRecord } from '#shared/changelog/fold.ts';
import { entryRef, parseEntryRef } from '#shared/kernel/ids.ts';
import type { LogRow, OutpostDatabase, RecordRow } from '../database.ts';
import { readIdentity, renewIdentity, type Identity } from '../identity.ts';
import { toLogRow } from '../log.ts';
import { recordRow } from '../record-rows.ts';

export interface Moved {
  readonly identity: Identity;
  readonly entries: number;
}

/**
 * A copy of this database goes on elsewhere under its replica id, and was first: the entries from `from` on get a new replica
 * id, with their stamps, authors and contents as they were, and name each other by their new numbers. One transaction; nothing
 * is lost, and numbers of records stay. Undefined where the database has no identity.
 */
export async function moveFork(
  database: OutpostDatabase,
  catalogue: Catalogue,
  from: number,
): Promise<Moved | undefined> {
  const { log, records, meta } = database;
  return database.transaction('rw', log, records, meta, async () => {
    const before = await readIdentity(database);
    const identity = await renewIdentity(database);
    if (!before || !identity) return undefined;
    const { replica } = before;
    const rows = await log.where('[replica+from]').between([replica, 0], [replica, Infinity]).toArray();
    const forked = rows.filter((row) => row.to >= from);
    const last = await log.orderBy('n').last();
    const move = new Move(replica, from, identity.replica, last ? last.n + last.count : 1);
    const moved = forked.flatMap((row) => move.cut(row));
    await log.bulkDelete(forked.map(({ n }) => n));
    await log.bulkAdd(moved);
    await refold(database, catalogue, move);
    return { identity, entries: move.entries };
  });
}

/**
 * Gives entries from a number on another replica, one log row after the other. Moved rows get new arrival numbers: whoever
 * was about to append under the old identity is overtaken by them, and looks again.
 */
class Move {
  readonly #old: string;
  readonly #from: number;
  readonly #replica: string;
  #head = { seq: 0, hash: '' };
  #n: number;
  /** Records of moved entries: the arrival number of the newest, and the rows that hold them. */
  readonly records = new Map<string, { n: number; readonly places: Set<number> }>();

  constructor(old: string, from: number, replica: string, n: number) {
    this.#old = old;
    this.#from = from;
    this.#replica = replica;
    this.#n = n;
  }

  get entries(): number {
    return this.#head.seq;
  }

  /** What comes in place of a row: its beginning as it was, the rest moved. */
  cut(row: LogRow): readonly LogRow[] {
    const entries = decodeEntries(row.bytes);
    const kept = entries.filter(({ seq }) => seq < this.#from);
    const forked = entries.slice(kept.length);
    const { entries: moved, head } = chainEntries(
      this.#replica,
      this.#head,
      forked.map((entry) => this.#draft(entry)),
    );
    const first = this.#n;
    this.#head = head;
    this.#n += moved.length;
    moved.forEach(({ record }, index) => {
      const known = this.records.get(record) ?? { n: 0, places: new Set<number>() };
      this.records.set(record, { n: first + index, places: known.places.add(first) });
    });
    const last = kept.at(-1);
    const next = forked[0];
    const beginning = last && next ? [toLogRow(row.n, kept, { seq: last.seq, hash: next.prev })] : [];
    return [...beginning, toLogRow(first, moved, head)];
  }

  /** Everything of an entry but its place in the log. */
  #draft(entry: Entry): Draft {
    const rest = Object.entries(entry).filter(([name]) => !['replica', 'seq', 'prev'].includes(name));
    return this.#renamed(Object.fromEntries(rest)) as Draft;
  }

  /** Names of moved entries, wherever they stand in a body. */
  #renamed(value: unknown): unknown {
    if (typeof value === 'string') return this.#name(value);
    if (Array.isArray(value)) return value.map((one) => this.#renamed(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.#renamed(one)]));
  }

  #name(text: string): string {
    const named = text.startsWith(this.#old) ? parseEntryRef(text) : undefined;
    if (named?.replica !== this.#old || named.seq < this.#from) return text;
    return entryRef(this.#replica, named.seq - this.#from + 1);
  }
}

/** The records of moved entries stand on other names now, and their entries in other rows. */
async function refold({ log, records }: OutpostDatabase, catalogue: Catalogue, move: Move): Promise<void> {
  const changed: RecordRow[] = [];
  for (const row of await records.bulkGet([...move.records.keys()])) {
    const moved = row && move.records.get(row.id);
    if (!moved) continue;
    const places: number[] = [];
    const entries: Entry[] = [];
    for (const place of await log.bulkGet([...row.places, ...moved.places])) {
      const own = place ? decodeEntries(place.bytes).filter(({ record }) => record === row.id) : [];
      if (place && own.length > 0) places.push(place.n);
      entries.push(...own);
    }
    changed.push(recordRow(catalogue, foldRecord(entries), { n: moved.n, places }));
  }
  await records.bulkPut(changed);
}
