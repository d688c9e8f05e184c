import type { Catalogue } from '#shared/definition/catalogue.ts';
import { noHead, type Head } from '#shared/changelog/chain.ts';
import { decodeEntries, hashEntry } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { findForks, planJournal, type LogRange } from '#shared/changelog/journal-plan.ts';
import type { JournalRangePage, OutpostBridge } from '#shared/contracts/bridge.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import type { AsideRow, OutpostDatabase } from './database.ts';
import { renewIdentity } from './identity.ts';
import { forgetSavedIndex } from './index/saved-state.ts';
import { JournalBranches, type JournalEntry, type Settled } from './journal-branches.ts';
import { copyToJournal, ownLogs, rowWith } from './own-logs.ts';
import { receiveEntries } from './receive.ts';

type Journal = OutpostBridge['journal'];
const numbersAtOnce = 200;

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
  const logs = await ownLogs(
    database,
    status.replicas.map(({ replica }) => replica),
  );
  const forks = await findForks(logs, status.replicas, (replica, seq) =>
    isInBoth(database, journal, replica, seq),
  );
  const plan = planJournal(logs, status.replicas, forks);
  const faults: Problem[] = [];
  for (const range of plan.restoreToDatabase) {
    const brokenAt = await restore(database, catalogue, journal, range);
    if (brokenAt === undefined) continue;
    const where = { replica: range.replica, seq: brokenAt, source: 'a backup' };
    faults.push(problem('OUT-LOG-001', where));
  }
  for (const range of plan.setAside) {
    for await (const rows of journalNumbers(journal, range)) await keepAside(database, range.reason, rows);
  }
  for (const range of plan.appendToJournal) await copyToJournal(database, journal, range);
  if (plan.forks.length > 0) await renewIdentity(database);
  if (plan.restoreToDatabase.length > 0) await forgetSavedIndex(database);
  return [...plan.notices, ...faults];
}

async function isInBoth(
  database: OutpostDatabase,
  journal: Journal,
  replica: string,
  seq: number,
): Promise<boolean> {
  const [own, { rows }] = await Promise.all([
    readEntry(database, replica, seq),
    journal.readRange(replica, seq, seq),
  ]);
  if (!own) return false;
  const hash = hashEntry(own);
  return rows.some(({ bytes }) => entriesIn(bytes).some((entry) => hashEntry(entry) === hash));
}

async function readEntry(
  database: OutpostDatabase,
  replica: string,
  seq: number,
): Promise<Entry | undefined> {
  const row = await rowWith(database, replica, seq);
  return row && decodeEntries(row.bytes).find((entry) => entry.seq === seq);
}

/** Returns the number at which the chain breaks, if it does; what lies behind it is kept aside. */
async function restore(
  database: OutpostDatabase,
  catalogue: Catalogue,
  journal: Journal,
  range: LogRange,
): Promise<number | undefined> {
  const branches = new JournalBranches(await headBefore(database, range));
  const write = async ({ log, fork, gap }: Settled): Promise<void> => {
    if (log.length > 0)
      await receiveEntries(
        database,
        catalogue,
        log.map(({ entry }) => entry),
      );
    await keepAside(database, 'fork', fork);
    await keepAside(database, 'gap', gap);
  };
  let taken = 0;
  for await (const rows of journalNumbers(journal, range)) {
    branches.take(rows);
    taken += 1;
    if (taken % numbersAtOnce === 0) await write(branches.settle(false));
  }
  await write(branches.settle(true));
  return branches.brokenAt;
}

async function headBefore(database: OutpostDatabase, { replica, from }: LogRange): Promise<Head> {
  const before = from === 1 ? undefined : await readEntry(database, replica, from - 1);
  return before ? { seq: before.seq, hash: hashEntry(before) } : noHead;
}

async function keepAside(
  database: OutpostDatabase,
  reason: AsideRow['reason'],
  rows: readonly JournalEntry[],
): Promise<void> {
  if (rows.length === 0) return;
  await database.aside.bulkPut(
    rows.map(({ entry, bytes }) => ({
      key: `${entry.replica}:${entry.seq}:${hashEntry(entry)}`,
      reason,
      bytes,
    })),
  );
}

/** The readable rows of a range, all of one number at a time. */
async function* journalNumbers(journal: Journal, range: LogRange): AsyncGenerator<readonly JournalEntry[]> {
  let rows: JournalEntry[] = [];
  for (let from: number | null = range.from; from !== null;) {
    const page: JournalRangePage = await journal.readRange(range.replica, from, range.to);
    for (const { bytes } of page.rows) {
      const [entry] = entriesIn(bytes);
      if (!entry) continue;
      if (rows.length > 0 && rows[0]?.entry.seq !== entry.seq) {
        yield rows;
        rows = [];
      }
      rows.push({ entry, bytes });
    }
    from = page.next;
  }
  if (rows.length > 0) yield rows;
}

function entriesIn(bytes: Uint8Array): readonly Entry[] {
  try {
    return decodeEntries(bytes);
  } catch {
    return [];
  }
}
