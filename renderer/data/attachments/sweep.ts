import type { OutpostDatabase } from '../database.ts';
import { isNamed, removeBlob } from './blobs.ts';

const day = 86_400_000;

/** Throws away what was stored for an entry that never came: the page was closed in between. What an entry names is kept for good. */
export async function sweepBlobs(database: OutpostDatabase, now: number): Promise<void> {
  const waiting = await database.blobs.filter(({ unnamedSince }) => unnamedSince !== undefined).toArray();
  for (const { hash, state, unnamedSince = now } of waiting) {
    if (state === 'whole' && (await isNamed(database, hash))) {
      await database.blobs.update(hash, { unnamedSince: undefined });
    } else if (Math.abs(now - unnamedSince) > day) {
      await removeBlob(database, hash);
    }
  }
}
