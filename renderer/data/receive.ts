import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { hashEntry } from '#shared/changelog/codec.ts';
import { canExtend, compareEntries, extendFold, foldRecord } from '#shared/changelog/fold.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { Counters } from './counters.ts';
import type { OutpostDatabase, RecordRow } from './database.ts';
import { readIdentity } from './identity.ts';
import { readEnd, readEntries, toLogRow, type LogEnd } from './log.ts';
import { recordRows } from './record-rows.ts';
import { isOvertaken } from './storage-problem.ts';
import { writeAtOnce } from './transaction.ts';

/**
 * Appends entries that were written elsewhere (another replica, or this device before its database was lost): one run of one
 * replica that continues its log. What is there already is left out. Records are folded anew where the entries do not come
 * last. Returns the arrival number of the last entry of the log.
 * @throws ProblemError OUT-LOG-001, OUT-LOG-002 where the run does not continue the replica's log.
 */
export async function receiveEntries(
  database: OutpostDatabase,
  catalogue: Catalogue,
  entries: readonly Entry[],
): Promise<number> {
  for (;;) {
    try {
      return await attempt(database, catalogue, entries);
    } catch (error) {
      if (!isOvertaken(error)) throw error;
    }
  }
}

async function attempt(
  database: OutpostDatabase,
  catalogue: Catalogue,
  offered: readonly Entry[],
): Promise<number> {
  const replica = offered[0]?.replica ?? '';
  const end = await readEnd(database, replica);
  const entries = offered.filter((entry) => entry.seq > end.head.seq);
  const last = entries.at(-1);
  if (!last) return end.n;
  mustContinue(end, entries);
  const first = end.n + 1;
  const byRecord = groupBy(entries, (entry) => entry.record);
  const rows = await database.records.bulkGet([...byRecord.keys()]);
  const known = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const states: FoldState[] = [];
  for (const [id, arrived] of byRecord) states.push(await foldIn(database, known.get(id), arrived));
  const shortCode = (await readIdentity(database))?.shortCode;
  // A number that came back must not be given again.
  const counters = shortCode ? new Counters(end.counters).behind(entries, shortCode) : [];
  const logRow = toLogRow(first, entries, { seq: last.seq, hash: hashEntry(last) });
  await writeAtOnce(database, ['log', 'records', 'meta'], (store) => {
    store('log').add(logRow);
    for (const row of recordRows(catalogue, states, entries, first, known)) store('records').put(row);
    for (const counter of counters) store('meta').put(counter);
  });
  return end.n + entries.length;
}

function mustContinue({ head }: LogEnd, [first]: readonly Entry[]): void {
  if (!first) return;
  const where = { replica: first.replica, seq: first.seq, source: 'where it came from' };
  if (first.seq !== head.seq + 1) {
    throw new ProblemError(problem('OUT-LOG-002', { ...where, expected: head.seq + 1 }));
  }
  if (first.prev !== head.hash) throw new ProblemError(problem('OUT-LOG-001', where));
}

async function foldIn(
  database: OutpostDatabase,
  row: RecordRow | undefined,
  arrived: readonly Entry[],
): Promise<FoldState> {
  const sorted = [...arrived].sort(compareEntries);
  let state = row?.state;
  for (const entry of sorted) {
    const isLast = !state || canExtend(state, entry);
    if (!isLast || entry.body.kind === 'retract') {
      return foldRecord([...(row ? await readEntries(database, row) : []), ...arrived]);
    }
    state = extendFold(state, entry);
  }
  if (!state) throw new Error('A record is folded from at least one entry.');
  return state;
}
