import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { hashEntry } from '#shared/changelog/codec.ts';
import { canExtend, compareEntries, extendFold, foldRecord } from '#shared/changelog/fold.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import type { OutpostDatabase, RecordRow } from './database.ts';
import { readEntries, readLogEnd, toLogRow } from './log.ts';
import { isOvertaken } from './storage-problem.ts';
import { writeAtOnce } from './transaction.ts';

/**
 * Appends entries that were written elsewhere (another replica, or this device before its database was lost): one run of one
 * replica, checked by the caller to continue that replica's log. Records are folded anew where the entries do not come last.
 * Returns the arrival number of the last entry.
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
  entries: readonly Entry[],
): Promise<number> {
  const last = entries.at(-1);
  if (!last) throw new Error('There is nothing to receive.');
  const end = await readLogEnd(database, last.replica);
  const first = end.n + 1;
  const byRecord = Map.groupBy(entries, (entry) => entry.record);
  const ids = [...byRecord.keys()];
  const rows = await database.records.bulkGet(ids);
  const recordRows: RecordRow[] = [];
  for (const [index, id] of ids.entries()) {
    const row = rows[index];
    const arrived = byRecord.get(id) ?? [];
    const state = await foldIn(database, row, arrived);
    const newest = entries.findLastIndex((entry) => entry.record === id);
    const config = catalogue.type(state.type)?.config ? { config: state.type } : {};
    const places = [...(row?.places ?? []), first];
    recordRows.push({ id, type: state.type, n: first + newest, places, ...config, state });
  }
  const logRow = toLogRow(first, entries, { seq: last.seq, hash: hashEntry(last) });
  await writeAtOnce(database, ['log', 'records'], (store) => {
    store('log').add(logRow);
    for (const row of recordRows) store('records').put(row);
  });
  return end.n + entries.length;
}

async function foldIn(
  database: OutpostDatabase,
  row: RecordRow | undefined,
  arrived: readonly Entry[],
): Promise<FoldState> {
  const sorted = [...arrived].sort(compareEntries);
  const oldest = sorted[0];
  const isPlain = sorted.every((entry) => entry.body.kind !== 'retract');
  const mayExtend = !row || (oldest !== undefined && canExtend(row.state, oldest));
  if (!isPlain || !mayExtend) return foldRecord([...(row ? await readEntries(database, row) : []), ...arrived]);
  let state = row?.state;
  for (const entry of sorted) state = extendFold(state, entry);
  if (!state) throw new Error('A record is folded from at least one entry.');
  return state;
}
