import { generationOf } from '#shared/trust/vault.ts';
import type { OutpostDatabase } from '../database.ts';
import { forgetSavedIndex } from '../index/saved-state.ts';
import { settled } from '../log.ts';
import { completion, openStrict } from '../transaction.ts';
import type { OpenDevice } from './open-device.ts';
import { isContentRow, openRow, sealedTables, sealRow } from './contents.ts';

const rowsAtOnce = 200;

/** How far the rows are gone through. */
export interface RowsDone {
  readonly done: number;
  readonly total: number;
}

/** All contents stand under the newest key. */
export async function isResealed({ lock, vault }: Pick<OpenDevice, 'lock' | 'vault'>): Promise<boolean> {
  return (await lock.progressOf('resealed')) >= vault.generation;
}

/**
 * Writes all contents that stand in the clear, or under an earlier key, anew with the newest. Rows come in small transactions of
 * their own, so it can be broken off anywhere and begun again; every row can be read at any time.
 */
export async function resealAll(
  database: OutpostDatabase,
  onProgress: (rows: RowsDone) => void = () => undefined,
): Promise<void> {
  // The saved index is made anew from the records.
  await forgetSavedIndex(database);
  await database.blocks.clear();
  const { vault } = database;
  await throughAll(database, onProgress, (table, row, store) => {
    if (isOld(table, row, vault.generation)) store.put(sealRow(vault, table, openRow(vault, table, row)));
  });
}

/** Rows that are in the clear or under an earlier key; none means that nothing but the newest key is needed. */
export async function countOld(database: OutpostDatabase): Promise<number> {
  const { vault } = database;
  let old = await database.blocks.filter(({ bytes }) => generationOf(bytes) !== vault.generation).count();
  await throughAll(
    database,
    () => undefined,
    (table, row) => {
      if (isOld(table, row, vault.generation)) old += 1;
    },
  );
  return old;
}

type EachRow = (table: string, row: object, store: IDBObjectStore) => void;

async function throughAll(
  database: OutpostDatabase,
  onProgress: (rows: RowsDone) => void,
  each: EachRow,
): Promise<void> {
  const counts = await Promise.all(sealedTables.map((table) => database.table(table).count()));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const table of sealedTables) {
    for (let after: IDBValidKey | undefined | null = undefined; after !== null;) {
      const page = await throughPage(database, table, after, each);
      done += page.count;
      onProgress({ done, total });
      after = page.last;
    }
  }
}

/** `last` is the last key of the page, null behind the last page. */
async function throughPage(
  database: OutpostDatabase,
  table: string,
  after: IDBValidKey | undefined,
  each: EachRow,
): Promise<{ readonly last: IDBValidKey | null; readonly count: number }> {
  const transaction = openStrict(database, [table]);
  const done = completion(transaction);
  const store = transaction.objectStore(table);
  const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
  const [keys, rows] = await Promise.all([
    settled(store.getAllKeys(range, rowsAtOnce)),
    settled(store.getAll(range, rowsAtOnce) as IDBRequest<object[]>),
  ]);
  for (const row of rows) each(table, row, store);
  transaction.commit();
  await done;
  return { last: keys.length < rowsAtOnce ? null : (keys.at(-1) ?? null), count: keys.length };
}

function isOld(table: string, row: object, generation: number): boolean {
  if (!isContentRow(table, row)) return false;
  const sealed = 'sealed' in row ? row.sealed : undefined;
  return !(sealed instanceof Uint8Array) || generationOf(sealed) !== generation;
}
