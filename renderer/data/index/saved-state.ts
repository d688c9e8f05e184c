import type { OutpostDatabase } from '../database.ts';

/** Key of the row in `meta` that says what the saved blocks of the index stand for. */
export const stateKey = 'index-state';

/** The next start builds the index from the records: they were changed behind its back. */
export async function forgetSavedIndex(database: OutpostDatabase): Promise<void> {
  await database.meta.delete(stateKey);
}
