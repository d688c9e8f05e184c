import { newKeys, type ReplicaKeys } from '#shared/sync/keys.ts';
import type { OutpostDatabase } from '../database.ts';

/** The keys of one replica. They never leave the device; a new replica id gets new ones. */
export async function ensureKeys(database: OutpostDatabase, replica: string): Promise<ReplicaKeys> {
  const key = `keys:${replica}`;
  return database.transaction('rw', database.meta, async () => {
    const known = (await database.meta.get(key))?.value as ReplicaKeys | undefined;
    if (known) return known;
    const made = newKeys();
    await database.meta.add({ key, value: made });
    return made;
  });
}
