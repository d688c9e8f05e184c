import type { OutpostDatabase } from '../database.ts';
import type { Verified } from './protocol.ts';

const key = 'verified';

/** What the last run found. `moves`: how often entries got other places since; what was known of the old ones says nothing then. */
export interface KeptResult {
  readonly moves: number;
  readonly verified?: Verified;
}

const nothing: KeptResult = { moves: 0 };

export async function readKept(database: OutpostDatabase): Promise<KeptResult> {
  return ((await database.meta.get(key))?.value as KeptResult | undefined) ?? nothing;
}

/** Returns false where entries were moved since `moves`: nothing is kept then. */
export function keepVerified(database: OutpostDatabase, moves: number, verified: Verified): Promise<boolean> {
  return database.transaction('rw', database.meta, async () => {
    const known = await readKept(database);
    if (known.moves !== moves) return false;
    // Where faults were found, what was whole before still tells what is missing now.
    const mark = verified.mark ?? known.verified?.mark;
    await database.meta.put({ key, value: { moves, verified: { ...verified, ...(mark ? { mark } : {}) } } });
    return true;
  });
}

/** Entries are about to get other places: all is looked at again. Part of the caller's transaction. */
export async function forgetVerified(database: OutpostDatabase): Promise<void> {
  const { moves } = await readKept(database);
  await database.meta.put({ key, value: { moves: moves + 1 } satisfies KeptResult });
}
