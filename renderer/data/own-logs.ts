import { decodeEntries, encodeEntries } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import type { DatabaseLog, LogRange } from '#shared/changelog/journal-plan.ts';
import type { JournalRow, OutpostBridge } from '#shared/contracts/bridge.ts';
import type { LogRow, OutpostDatabase } from './database.ts';
import { readIdentity } from './identity.ts';

/** The logs of the replicas that wrote on this device, as far as this database has them. `journalled`: replicas in its journal. */
export async function ownLogs(
  database: OutpostDatabase,
  journalled: readonly string[],
): Promise<readonly DatabaseLog[]> {
  const identity = await readIdentity(database);
  const own = new Set([...journalled, ...(identity ? [identity.replica] : []), ...(identity?.earlier ?? [])]);
  const logs: DatabaseLog[] = [];
  let first = await database.log.orderBy('[replica+from]').first();
  while (first) {
    const { replica, from } = first;
    const last = await rowWith(database, replica, Infinity);
    const branch = database.aside.where('key').startsWith(`${replica}:`);
    const isForked = (await branch.filter(({ reason }) => reason === 'fork').count()) > 0;
    if (own.has(replica))
      logs.push({ replica, from, to: last?.to ?? first.to, ...(isForked ? { isForked } : {}) });
    first = await database.log.where('[replica+from]').above([replica, Infinity]).first();
  }
  return logs;
}

/** The log row of a replica that holds an entry, or the one before it. */
export function rowWith(
  database: OutpostDatabase,
  replica: string,
  seq: number,
): Promise<LogRow | undefined> {
  return database.log.where('[replica+from]').between([replica, 0], [replica, seq], true, true).last();
}

/** An entry as the journal keeps it. */
export function journalRow(entry: Entry): JournalRow {
  return { replica: entry.replica, seq: entry.seq, bytes: encodeEntries([entry]) };
}

/** Appends entries of the database to the journal, a log row at a time. */
export async function copyToJournal(
  database: OutpostDatabase,
  journal: OutpostBridge['journal'],
  range: LogRange,
): Promise<void> {
  let from = range.from;
  while (from <= range.to) {
    const row = await rowWith(database, range.replica, from);
    if (!row || row.to < from) return;
    const entries = decodeEntries(row.bytes).filter((entry) => entry.seq >= from && entry.seq <= range.to);
    await journal.append(entries.map(journalRow));
    from = row.to + 1;
  }
}
