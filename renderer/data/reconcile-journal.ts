import type { Catalogue } from '#shared/definition/catalogue.ts';
import { checkChain, noHead, type Head } from '#shared/changelog/chain.ts';
import { decodeEntries, encodeEntries, hashEntry } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { findForks, planJournal, type DatabaseLog, type LogRange } from '#shared/changelog/journal-plan.ts';
import type { JournalRangePage, OutpostBridge } from '#shared/contracts/bridge.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { LogRow, OutpostDatabase } from './database.ts';
import { forgetIdentity } from './identity.ts';
import { receiveEntries } from './receive.ts';

type Journal = OutpostBridge['journal'];
const entriesAtOnce = 200;

/**
 * Makes the database and the journal of own entries hold the same, at start, before anything is written. Returns what the
 * user has to be told. Nothing is removed on either side.
 */
export async function reconcileJournal(
  database: OutpostDatabase,
  catalogue: Catalogue,
  journal: Journal,
): Promise<readonly Problem[]> {
  const status = await journal.status();
  if (status.state !== 'open') return [];
  const logs = await ownLogs(database);
  const forks = await findForks(logs, status.replicas, async (replica, seq) => {
    const [own, { rows }] = await Promise.all([
      readEntry(database, replica, seq),
      journal.readRange(replica, seq, seq),
    ]);
    return (
      own !== undefined &&
      rows.some((row) => entriesIn(row.bytes).some((entry) => hashEntry(entry) === hashEntry(own)))
    );
  });
  const plan = planJournal(logs, status.replicas, forks);
  const faults: Problem[] = [];
  for (const range of plan.restoreToDatabase) {
    const fault = await restore(database, catalogue, journal, range);
    if (fault) faults.push(fault);
  }
  for (const range of plan.setAside) {
    for await (const rows of journalRows(journal, range)) {
      await database.aside.bulkPut(
        rows.map(({ entry, bytes }) => ({
          key: `${entry.replica}:${entry.seq}:${hashEntry(entry)}`,
          reason: range.reason,
          bytes,
        })),
      );
    }
  }
  for (const range of plan.appendToJournal) await copyToJournal(database, journal, range);
  if (plan.forks.length > 0) await forgetIdentity(database);
  return [...plan.notices, ...faults];
}

/** The logs of all replicas that wrote on this device, as far as this database has them. */
async function ownLogs(database: OutpostDatabase): Promise<readonly DatabaseLog[]> {
  const logs: DatabaseLog[] = [];
  let first = await database.log.orderBy('[replica+from]').first();
  while (first) {
    const { replica, from } = first;
    const last = await database.log.where('[replica+from]').between([replica, 0], [replica, Infinity]).last();
    const branch = await database.aside.where('key').startsWith(`${replica}:`).toArray();
    const isForked = branch.some(({ reason }) => reason === 'fork');
    logs.push({ replica, from, to: last?.to ?? first.to, ...(isForked ? { isForked } : {}) });
    first = await database.log.where('[replica+from]').above([replica, Infinity]).first();
  }
  return logs;
}

async function readEntry(
  database: OutpostDatabase,
  replica: string,
  seq: number,
): Promise<Entry | undefined> {
  const row = await rowWith(database, replica, seq);
  return row && decodeEntries(row.bytes).find((entry) => entry.seq === seq);
}

function rowWith(database: OutpostDatabase, replica: string, seq: number): Promise<LogRow | undefined> {
  return database.log.where('[replica+from]').between([replica, 0], [replica, seq], true, true).last();
}

async function restore(
  database: OutpostDatabase,
  catalogue: Catalogue,
  journal: Journal,
  range: LogRange,
): Promise<Problem | undefined> {
  let head: Head = await headBefore(database, range);
  for await (const rows of journalRows(journal, range)) {
    const entries = rows.map(({ entry }) => entry);
    const checked = checkChain(head, entries);
    if (checked.good > 0) await receiveEntries(database, catalogue, entries.slice(0, checked.good));
    if (checked.fault) return checked.fault;
    head = checked.head;
  }
  return undefined;
}

async function headBefore(database: OutpostDatabase, { replica, from }: LogRange): Promise<Head> {
  if (from === 1) return noHead;
  const before = await readEntry(database, replica, from - 1);
  return before ? { seq: before.seq, hash: hashEntry(before) } : noHead;
}

async function* journalRows(
  journal: Journal,
  range: LogRange,
): AsyncGenerator<readonly { readonly entry: Entry; readonly bytes: Uint8Array }[]> {
  let piece: { entry: Entry; bytes: Uint8Array }[] = [];
  for (let from: number | null = range.from; from !== null;) {
    const page: JournalRangePage = await journal.readRange(range.replica, from, range.to);
    for (const { bytes } of page.rows) {
      const [entry] = entriesIn(bytes);
      if (entry) piece.push({ entry, bytes });
      if (piece.length < entriesAtOnce) continue;
      yield piece;
      piece = [];
    }
    from = page.next;
  }
  if (piece.length > 0) yield piece;
}

function entriesIn(bytes: Uint8Array): readonly Entry[] {
  try {
    return decodeEntries(bytes);
  } catch {
    return [];
  }
}

async function copyToJournal(database: OutpostDatabase, journal: Journal, range: LogRange): Promise<void> {
  let from = range.from;
  while (from <= range.to) {
    const row = await rowWith(database, range.replica, from);
    if (!row || row.to < from) return;
    const entries = decodeEntries(row.bytes).filter((entry) => entry.seq >= from && entry.seq <= range.to);
    await journal.append(
      entries.map((entry) => ({ replica: entry.replica, seq: entry.seq, bytes: encodeEntries([entry]) })),
    );
    from = row.to + 1;
  }
}
