import { decodeEntries, encodeEntries } from '#shared/changelog/codec.ts';
import { noHead, type Head } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { counterPrefix } from './counters.ts';
import type { LogRow, MetaRow, OutpostDatabase, RecordRow } from './database.ts';
import { openReading } from './transaction.ts';

/** End of the log on this device: the arrival number of the newest entry, and the head of one replica's chain. */
export interface LogEnd {
  readonly n: number;
  readonly head: Head;
}

/** What a writer continues: the end of the log and the counters, as they stood at one moment. */
export interface WritingEnd extends LogEnd {
  readonly counters: readonly MetaRow[];
}

/** Packs entries of one replica that follow each other into a log row. */
export function toLogRow(n: number, entries: readonly Entry[], head: Head): LogRow {
  const first = entries[0];
  const last = entries.at(-1);
  if (!first || !last) throw new Error('A log row needs entries.');
  return {
    n,
    count: entries.length,
    replica: first.replica,
    from: first.seq,
    to: last.seq,
    hash: head.hash,
    bytes: encodeEntries(entries),
  };
}

/** Arrival number of the newest entry, 0 where there is none. */
export async function readLastN(database: OutpostDatabase): Promise<number> {
  const last = await database.log.orderBy('n').last();
  return last ? last.n + last.count - 1 : 0;
}

/** End of the log and counters, read at one moment: read apart, another window could give a number in between. */
export function readEnd(database: OutpostDatabase, replica: string): Promise<WritingEnd> {
  return readEndWithin(openReading(database, ['log', 'meta']), replica);
}

/** The end of the log and the counters, read by a transaction that is going to append. */
export async function readEndWithin(transaction: IDBTransaction, replica: string): Promise<WritingEnd> {
  const log = transaction.objectStore('log');
  const ofReplica = IDBKeyRange.bound([replica, 0], [replica, Infinity]);
  const newest = log.openCursor(null, 'prev');
  const newestOwn = log.index('[replica+from]').openCursor(ofReplica, 'prev');
  const counters = transaction
    .objectStore('meta')
    .getAll(IDBKeyRange.bound(counterPrefix, `${counterPrefix}\uffff`));
  const [last, own, rows] = await Promise.all([settled(newest), settled(newestOwn), settled(counters)]);
  const lastRow = last?.value as LogRow | undefined;
  const ownRow = own?.value as LogRow | undefined;
  return {
    n: lastRow ? lastRow.n + lastRow.count - 1 : 0,
    head: ownRow ? { seq: ownRow.to, hash: ownRow.hash } : noHead,
    counters: rows as MetaRow[],
  };
}

/** The result of a request. */
export function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('A request of the database failed.'));
  });
}

/** All entries of a record that this device holds, in order of arrival. */
export async function readEntries(database: OutpostDatabase, row: RecordRow): Promise<readonly Entry[]> {
  const rows = await database.log.bulkGet([...row.places]);
  return rows.flatMap((logRow) =>
    logRow ? decodeEntries(logRow.bytes).filter((entry) => entry.record === row.id) : [],
  );
}
