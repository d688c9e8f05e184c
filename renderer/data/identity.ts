import { newReplicaId, newShortCode } from '#shared/kernel/ids.ts';
import type { OutpostDatabase } from './database.ts';

/** Who this database is. Made with it; a copied or re-created database gets another. */
export interface Identity {
  readonly replica: string;
  /** Stands in the numbers given here (INC-7K3Q-00042); a hub gives a shorter one at enrolment. */
  readonly shortCode: string;
  /** Epoch ms. */
  readonly madeAt: number;
}

const key = 'identity';
const shortCodeLength = 4;

export async function readIdentity(database: OutpostDatabase): Promise<Identity | undefined> {
  return (await database.meta.get(key))?.value as Identity | undefined;
}

/** The database's identity; made on first use. Two windows that start together agree on one. */
export async function ensureIdentity(database: OutpostDatabase, now: number): Promise<Identity> {
  return database.transaction('rw', database.meta, async () => {
    const known = await readIdentity(database);
    if (known) return known;
    const made = {
      replica: newReplicaId(),
      shortCode: newShortCode(undefined, shortCodeLength),
      madeAt: now,
    };
    await database.meta.add({ key, value: made });
    return made;
  });
}

/** The next `ensureIdentity` makes a new one: this database shares its log's numbers with a copy used elsewhere. */
export async function forgetIdentity(database: OutpostDatabase): Promise<void> {
  await database.meta.delete(key);
}
