import { decodeEntries, encodeEntries } from '#shared/changelog/codec.ts';
import { noHead, type Head } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { counterPrefix } from './counters.ts';
import type { LogRow, MetaRow, OutpostDatabase, RecordRow } from './database.ts';
import { identityKey, type Identity } from './identity.ts';
import { openReading } from './transaction.ts';

/** End of the log on this device: the arrival number of the newest entry, and the head of one replica's chain. */
export interface LogEnd {
  readonly n: number;
  readonly head: Head;
}

/**
 * What a writer continues: the end of the log, the counters, and as whom it writes, as they stood at one moment. The identity is
 * read each time: after a fork the database has another.
 */
export interface WritingEnd extends LogEnd {
  readonly identity: Identity;
  readonly counters: readonly MetaRow[];
}

/** The same for the chains of several replicas. */
export interface WritingEnds {
  readonly n: number;
  readonly heads: ReadonlyMap<string, Head>;
  readonly counters: readonly MetaRow[];
}

/** Packs entries of one replica that follow each other into a log row. `bytes`: the same entries, encoded before. */
export function toLogRow(
  n: number,
  entries: readonly Entry[],
  head: Head,
  bytes: Uint8Array = encodeEntries(entries),
): LogRow {
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
    bytes,
  };
}

/** Arrival number of the newest entry, 0 where there is none. */
export async function readLastN(database: OutpostDatabase): Promise<number> {
  const last = await database.log.orderBy('n').last();
  return last ? last.n + last.count - 1 : 0;
}

/** End of the log and counters, read at one moment: read apart, another window could give a number in between. */
export function readEnd(database: OutpostDatabase): Promise<WritingEnd> {
  return readEndWithin(openReading(database, ['log', 'meta']));
}

/** The same for several replicas. */
export function readEnds(database: OutpostDatabase, replicas: readonly string[]): Promise<WritingEnds> {
  return readEndsWithin(openReading(database, ['log', 'meta']), [...new Set(replicas)]);
}

/** The end of the log and the counters, read by a transaction that is going to append. */
export async function readEndWithin(transaction: IDBTransaction): Promise<WritingEnd> {
  const row = (await settled(transaction.objectStore('meta').get(identityKey))) as MetaRow | undefined;
  if (!row) throw new Error('The database has no identity.');
  const identity = row.value as Identity;
  const { n, heads, counters } = await readEndsWithin(transaction, [identity.replica]);
  return { n, identity, head: heads.get(identity.replica) ?? noHead, counters };
}

async function readEndsWithin(
  transaction: IDBTransaction,
  replicas: readonly string[],
): Promise<WritingEnds> {
  const log = transaction.objectStore('log');
  const newest = settled(log.openCursor(null, 'prev'));
  const newestOf = replicas.map((replica) =>
    settled(
      log.index('[replica+from]').openCursor(IDBKeyRange.bound([replica, 0], [replica, Infinity]), 'prev'),
    ),
  );
  const counters = settled(
    transaction.objectStore('meta').getAll(IDBKeyRange.bound(counterPrefix, `${counterPrefix}\uffff`)),
  );
  const [last, rows, ...own] = await Promise.all([newest, counters, ...newestOf]);
  const lastRow = last?.value as LogRow | undefined;
  const heads = replicas.map((replica, index) => {
    const row = own[index]?.value as LogRow | undefined;
    return [replica, row ? { seq: row.to, hash: row.hash } : noHead] as const;
  });
  return {
    n: lastRow ? lastRow.n + lastRow.count - 1 : 0,
    heads: new Map(heads),
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
