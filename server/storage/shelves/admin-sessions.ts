import type { Kysely } from 'kysely';
import type { AdminSessionRow, Tables } from '../tables.ts';

/** A session whose token is still good, with the token's label. */
export interface AdminSession extends AdminSessionRow {
  readonly label: string;
}

/** Administrators who are signed in, by the hash of what their browser keeps. */
export interface AdminSessions {
  add(row: AdminSessionRow): Promise<void>;
  /** Not where it was ended or its token was taken back; how old it may be is for the caller to say. */
  find(hash: string): Promise<AdminSession | undefined>;
  /** All whose tokens are good, the newest first. */
  list(): Promise<readonly AdminSession[]>;
  used(hash: string, at: number): Promise<void>;
  /** @returns whether it was there. */
  end(hash: string): Promise<boolean>;
  /** Those begun, or last used, before such moments. */
  endOld(before: { readonly madeAt: number; readonly usedAt: number }): Promise<void>;
}

export function adminSessionsIn(db: Kysely<Tables>): AdminSessions {
  const good = () =>
    db
      .selectFrom('adminSessions')
      .innerJoin('tokens', 'tokens.hash', 'adminSessions.token')
      .selectAll('adminSessions')
      .select('tokens.label')
      .where('tokens.revokedAt', 'is', null);
  return {
    async add(row) {
      await db.insertInto('adminSessions').values(row).execute();
    },
    find: (hash) => good().where('adminSessions.hash', '=', hash).executeTakeFirst(),
    list: () => good().orderBy('adminSessions.madeAt', 'desc').execute(),
    async used(hash, at) {
      await db.updateTable('adminSessions').set({ usedAt: at }).where('hash', '=', hash).execute();
    },
    async end(hash) {
      const { numDeletedRows } = await db
        .deleteFrom('adminSessions')
        .where('hash', '=', hash)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async endOld({ madeAt, usedAt }) {
      await db
        .deleteFrom('adminSessions')
        .where((where) => where.or([where('madeAt', '<', madeAt), where('usedAt', '<', usedAt)]))
        .execute();
    },
  };
}
