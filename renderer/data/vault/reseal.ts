import type { Problem } from '#shared/kernel/errors.ts';
import type { OutpostDatabase } from '../database.ts';
import { forgetSavedIndex } from '../index/saved-state.ts';
import { settled } from '../log.ts';
import { readProblem } from '../storage-problem.ts';
import { completion, openStrict } from '../transaction.ts';
import { generationOf } from '#shared/trust/vault.ts';
import type { OpenDevice } from './open-device.ts';
import { isContentRow, openRow, sealedTables, sealRow } from './contents.ts';

const rowsAtOnce = 200;

/** What stands under an earlier key is written anew, once, in the background. */
export async function finishResealing(
  { lock, vault }: OpenDevice,
  database: OutpostDatabase,
  onFault: (fault: Problem) => void,
): Promise<void> {
  const { generation } = vault;
  try {
    if ((await lock.openRing()) !== undefined || (await lock.resealedUpTo()) >= generation) return;
    await resealAll(database);
    await lock.noteResealed(generation);
  } catch (error) {
    onFault(readProblem(error));
  }
}

/**
 * Writes all contents that stand in the clear, or under an earlier key, anew with the newest. Rows come in small transactions of
 * their own, so it can be broken off anywhere and begun again; every row can be read at any time.
 */
export async function resealAll(database: OutpostDatabase): Promise<void> {
  // The saved index is made anew from the records.
  await forgetSavedIndex(database);
  await database.blocks.clear();
  for (const table of sealedTables) {
    for (let after: IDBValidKey | undefined | null = undefined; after !== null;) {
      after = await resealPage(database, table, after);
    }
  }
}

/** @returns the last key of the page, null behind the last page. */
async function resealPage(
  database: OutpostDatabase,
  table: string,
  after: IDBValidKey | undefined,
): Promise<IDBValidKey | null> {
  const { vault } = database;
  const transaction = openStrict(database, [table]);
  const done = completion(transaction);
  const store = transaction.objectStore(table);
  const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
  const [keys, rows] = await Promise.all([
    settled(store.getAllKeys(range, rowsAtOnce)),
    settled(store.getAll(range, rowsAtOnce) as IDBRequest<object[]>),
  ]);
  for (const row of rows) {
    if (isOld(table, row, vault.generation)) store.put(sealRow(vault, table, openRow(vault, table, row)));
  }
  transaction.commit();
  await done;
  return keys.length < rowsAtOnce ? null : (keys.at(-1) ?? null);
}

function isOld(table: string, row: object, generation: number): boolean {
  if (!isContentRow(table, row)) return false;
  const sealed = 'sealed' in row ? row.sealed : undefined;
  return !(sealed instanceof Uint8Array) || generationOf(sealed) !== generation;
}
