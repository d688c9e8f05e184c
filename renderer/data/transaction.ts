import { Dexie } from 'dexie';
import type { OutpostDatabase } from './database.ts';
import { sealRow } from './vault/contents.ts';

export type StoreName = 'log' | 'records' | 'meta';

/**
 * Opens one strict read–write transaction on the browser's own interface: a save is the hot path, and Dexie's promises cost
 * half of it. Resolves when the data is on the disk.
 */
export async function writeAtOnce(
  database: OutpostDatabase,
  stores: readonly StoreName[],
  puts: (store: (name: StoreName) => SealedStore) => void,
): Promise<void> {
  const transaction = openStrict(database, stores);
  const done = completion(transaction);
  try {
    puts((name) => sealedStore(database, transaction, name));
    transaction.commit();
  } catch (error) {
    abort(transaction);
    await done.catch(() => undefined);
    throw error;
  }
  await done;
}

/** A store that encrypts what is written to it. */
export interface SealedStore {
  readonly add: (row: object) => IDBRequest<IDBValidKey>;
  readonly put: (row: object) => IDBRequest<IDBValidKey>;
}

export function sealedStore(
  { vault }: OutpostDatabase,
  transaction: IDBTransaction,
  name: StoreName,
): SealedStore {
  const store = transaction.objectStore(name);
  return {
    add: (row) => store.add(sealRow(vault, name, row)),
    put: (row) => store.put(sealRow(vault, name, row)),
  };
}

export function openStrict(database: OutpostDatabase, stores: readonly string[]): IDBTransaction {
  return backend(database).transaction(stores, 'readwrite', { durability: 'strict' });
}

export function openReading(database: OutpostDatabase, stores: readonly StoreName[]): IDBTransaction {
  return backend(database).transaction(stores, 'readonly');
}

/** Resolves when all of the transaction is on the disk; rejects with the reason why nothing of it is. */
export function completion(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError'));
  });
}

/** Aborts a transaction that may have ended by itself already, as when the disk is full. */
export function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over: what it came to is told by `completion`.
  }
}

/** The browser's own connection. @throws DatabaseClosedError once the database was closed, for example for an upgrade. */
function backend(database: OutpostDatabase): IDBDatabase {
  // The type says that it is always there; Dexie lets go of it when it closes.
  const connection = database.backendDB() as IDBDatabase | null;
  if (!connection) throw new Dexie.DatabaseClosedError();
  return connection;
}
