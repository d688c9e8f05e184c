import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Tokens of administrators, by their hash. */
export interface Tokens {
  add(hash: string, label: string, at: number): Promise<void>;
  /** Notes the use. Undefined where it is not there or was taken back. */
  use(hash: string, at: number): Promise<{ readonly label: string } | undefined>;
  /** @returns how many there were. */
  revoke(label: string, at: number): Promise<number>;
}

export function tokensIn(db: Kysely<Tables>): Tokens {
  return {
    async add(hash, label, at) {
      await db
        .insertInto('tokens')
        .values({ hash, label, madeAt: at, lastUsedAt: null, revokedAt: null })
        .execute();
    },
    use: (hash, at) =>
      db
        .updateTable('tokens')
        .set({ lastUsedAt: at })
        .where('hash', '=', hash)
        .where('revokedAt', 'is', null)
        .returning('label')
        .executeTakeFirst(),
    async revoke(label, at) {
      const { numUpdatedRows } = await db
        .updateTable('tokens')
        .set({ revokedAt: at })
        .where('label', '=', label)
        .where('revokedAt', 'is', null)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}
