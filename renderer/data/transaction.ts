import type { OutpostDatabase } from './database.ts';

export type StoreName = 'log' | 'records' | 'meta';

/**
 * Opens one strict read–write transaction on the browser's own interface: a save is the hot path, and Dexie's promises cost
 * half of it. Resolves when the data is on the disk.
 */
export function writeAtOnce(
  database: OutpostDatabase,
  stores: readonly StoreName[],
  puts: (store: (name: StoreName) => IDBObjectStore) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = openStrict(database, stores);
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new Error('The transaction was aborted.'));
    };
    try {
      puts((name) => transaction.objectStore(name));
      transaction.commit();
    } catch (error) {
      transaction.abort();
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

export function openStrict(database: OutpostDatabase, stores: readonly StoreName[]): IDBTransaction {
  return database.backendDB().transaction(stores, 'readwrite', { durability: 'strict' });
}
