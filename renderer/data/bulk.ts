import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { RecordHistory } from '#shared/changelog/intention.ts';
import { BulkSession, type BulkResult } from './bulk-session.ts';
import { Counters } from './counters.ts';
import type { OutpostDatabase, RecordRow } from './database.ts';
import { readEndWithin, settled } from './log.ts';
import { abort, completion, openStrict, sealedStore, type StoreName } from './transaction.ts';
import { openRow } from './vault/contents.ts';

/** The rows of records that exist already, and the arrival number at which they were read (`readExisting`). */
export interface ExistingRows {
  readonly rows: ReadonlyMap<string, RecordRow>;
  readonly n: number;
}

export interface BulkPlan {
  readonly database: OutpostDatabase;
  readonly catalogue: Catalogue;
  /** Person record id of who does it. */
  readonly actor: string;
  /** Epoch ms. */
  readonly now: number;
  /**
   * Asked for one history after the other while the transaction is open, so it must answer at once. Each record comes once.
   */
  readonly histories: Iterable<RecordHistory>;
  /** Records among the histories that exist already. What other windows change after they were read is looked at again. */
  readonly existing: ExistingRows;
  /** Told after each piece: records written so far. */
  readonly onProgress?: (records: number) => void;
  /** Aborting takes everything back; nothing of it is kept. */
  readonly signal?: AbortSignal;
}

/** The rows of those records that exist, for `writeBulk`. */
export async function readExisting(database: OutpostDatabase, ids: readonly string[]): Promise<ExistingRows> {
  return database.transaction('r', database.log, database.records, async () => {
    const last = await database.log.orderBy('n').last();
    const rows = await database.records.bulkGet([...ids]);
    return {
      rows: new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : []))),
      n: last ? last.n + last.count - 1 : 0,
    };
  });
}

/**
 * Writes many histories as packed segments in one strict transaction: all of them or none, whatever stops it. While one
 * piece is on its way to the disk the next is hashed and packed.
 * @throws DOMException AbortError when the signal aborts; the database's error when it fails.
 */
export async function writeBulk(plan: BulkPlan): Promise<BulkResult> {
  const { database, signal } = plan;
  signal?.throwIfAborted();
  const transaction = openStrict(database, ['log', 'records', 'meta']);
  const done = completion(transaction);
  const stop = () => abort(transaction);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    // Read inside the transaction, which holds off every other writer until it ends.
    const end = await readEndWithin(transaction);
    const existing = await presentRows(database, transaction, plan.existing, end.n);
    const session = new BulkSession(plan, existing, new Counters(end.counters).begin(), end);
    await session.run((name: StoreName) => sealedStore(database, transaction, name));
    transaction.commit();
    await done;
    return session.result;
  } catch (error) {
    abort(transaction);
    await done.catch(() => undefined);
    if (signal?.aborted) throw signal.reason;
    throw transaction.error ?? error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** The rows as they are now: with what was written between the reading of them and this transaction. */
async function presentRows(
  { vault }: OutpostDatabase,
  transaction: IDBTransaction,
  { rows, n }: ExistingRows,
  now: number,
): Promise<ReadonlyMap<string, RecordRow>> {
  if (now === n) return rows;
  const newer = transaction.objectStore('records').index('n').getAll(IDBKeyRange.lowerBound(n, true));
  const changed = ((await settled(newer)) as RecordRow[]).map((row) => openRow(vault, 'records', row));
  return new Map([...rows, ...changed.map((row) => [row.id, row] as const)]);
}
