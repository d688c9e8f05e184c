import { newReplicaId, newShortCode } from '#shared/kernel/ids.ts';
import type { OutpostDatabase } from './database.ts';

/** Who this database is. Made with it; a copied or re-created database gets another. */
export interface Identity {
  readonly replica: string;
  /** Stands in the numbers given here (INC-7K3Q-00042); a hub gives a shorter one at enrolment. */
  readonly shortCode: string;
  /** Epoch ms. */
  readonly madeAt: number;
  /** Replica ids that this database had before: what stands under them was written here. */
  readonly earlier?: readonly string[];
}

export const identityKey = 'identity';
const shortCodeLength = 4;

export async function readIdentity(database: OutpostDatabase): Promise<Identity | undefined> {
  return (await database.meta.get(identityKey))?.value as Identity | undefined;
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
    await database.meta.add({ key: identityKey, value: made });
    return made;
  });
}

/**
 * Gives the database another identity, where it shares its log's numbers with a copy used elsewhere. Undefined where it has none.
 * @param others under which own entries stand from now on.
 */
export async function renewIdentity(
  database: OutpostDatabase,
  others: readonly string[] = [],
): Promise<Identity | undefined> {
  return database.transaction('rw', database.meta, async () => {
    const before = await readIdentity(database);
    if (!before) return undefined;
    const renewed: Identity = {
      replica: newReplicaId(),
      shortCode: newShortCode(undefined, shortCodeLength),
      madeAt: before.madeAt,
      earlier: [...(before.earlier ?? []), before.replica, ...others],
    };
    await database.meta.put({ key: identityKey, value: renewed });
    return renewed;
  });
}
