import { decodeEntries } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import type { Heard, JudgeSource, KnownReplica } from '#shared/rulings/heard.ts';
import { findReplica, type Directory } from '#shared/sync/directory.ts';
import type { LogRow, OutpostDatabase, RecordRow } from '../database.ts';
import { rowWith } from '../own-logs.ts';

/** Log rows read at once: each holds up to two thousand entries. */
const rowsAtOnce = 40;
/** What comes so soon after the first of others came while this device joined the unit, ms: it says nothing of when it was written. */
const joining = 3_600_000;

/** The entries of some records as this device heard them. */
export async function heardOf(
  database: OutpostDatabase,
  records: readonly RecordRow[],
): Promise<readonly Heard[]> {
  const wanted = new Set(records.map(({ id }) => id));
  const places = [...new Set(records.flatMap((row) => row.places))].sort((a, b) => a - b);
  const heard: Heard[] = [];
  for (let start = 0; start < places.length; start += rowsAtOnce) {
    const rows = await database.log.bulkGet(places.slice(start, start + rowsAtOnce));
    for (const row of rows) {
      if (row) heard.push(...heardIn(row).filter(({ entry }) => wanted.has(entry.record)));
    }
  }
  return heard;
}

/** What was written here came when it was written. */
function heardIn({ n, bytes, receivedAt }: LogRow): readonly Heard[] {
  return decodeEntries(bytes).map((entry, index) => ({
    entry,
    arrival: n + index,
    receivedAt: receivedAt ?? entry.stamp.wall,
  }));
}

/** The same for the judge: those records by type, and the logs that they stand in. */
export function sourceHere(
  database: OutpostDatabase,
  heard: readonly Heard[],
  directories: readonly Directory[],
): Omit<JudgeSource, 'finding'> {
  const byRecord = groupBy(heard, ({ entry }) => entry.record);
  const byType = groupBy(heard, ({ entry }) => entry.type);
  const rows = new Map<string, Promise<LogRow | undefined>>();
  const replicas = new Map<string, Promise<KnownReplica | undefined>>();
  const rowOf = (replica: string, seq: number) =>
    kept(rows, `${replica}:${seq}`, () => rowWith(database, replica, seq));
  const joinedAt = firstReceived(database);
  return {
    entries: (record) => Promise.resolve(byRecord.get(record) ?? []),
    records: (type) => Promise.resolve([...new Set((byType.get(type) ?? []).map(recordOf))]),
    before: async (replica, seq, most) => {
      const found: Heard[] = [];
      for (let to = seq - 1; to > 0 && to >= seq - most;) {
        const row = await rowOf(replica, to);
        if (!row || row.to < to) break;
        const inRow = heardIn(row).filter(({ entry }) => entry.seq <= to && entry.seq >= seq - most);
        found.unshift(...inRow);
        to = row.from - 1;
      }
      return found;
    },
    replica: (id) =>
      kept(replicas, id, async () => {
        const kind = directories.flatMap((directory) => findReplica(directory, id) ?? [])[0]?.kind;
        const first = (await rowOf(id, 1))?.receivedAt;
        const joined = await joinedAt;
        // The directory does not say when it was enrolled. A log that begins here later than all others cannot be from before.
        const isLater = first !== undefined && joined !== undefined && first > joined + joining;
        return kind && { kind, ...(isLater ? { enrolledAt: first } : {}) };
      }),
  };
}

async function firstReceived(database: OutpostDatabase): Promise<number | undefined> {
  const first = await database.log.orderBy('n').first();
  return first && heardIn(first)[0]?.receivedAt;
}

function recordOf({ entry }: { readonly entry: Entry }): string {
  return entry.record;
}

function kept<Value>(
  values: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const known = values.get(key) ?? make();
  values.set(key, known);
  return known;
}
