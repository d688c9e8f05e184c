import type { Transaction } from 'dexie';
import { decodeEntries } from '#shared/changelog/codec.ts';
import { foldRecord } from '#shared/changelog/fold.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { stateMarks } from './state-marks.ts';

/** What a migration needs of the rows, of whatever version they are. */
interface KeptRecord {
  readonly id: string;
  readonly places: readonly number[];
  readonly state: FoldState;
}
interface KeptLog {
  readonly bytes: Uint8Array;
}

/** Records that hold entries of kinds which the version before did not know are folded anew: this one may know them. */
export async function foldUnknown(transaction: Transaction): Promise<void> {
  const records = transaction.table<KeptRecord, string>('records');
  const log = transaction.table<KeptLog, number>('log');
  const found = await records.filter(({ state }) => state.unknown > 0).toArray();
  for (const row of found) {
    const rows = await log.bulkGet([...row.places]);
    const entries = rows.flatMap((one) => (one ? decodeEntries(one.bytes) : []));
    const state = foldRecord(entries.filter(({ record }) => record === row.id));
    await records.put({ ...row, ...stateMarks(state), state });
  }
}
