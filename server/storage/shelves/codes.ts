import type { Kysely } from 'kysely';
import type { CodeRow, Tables } from '../tables.ts';

export type NewCode = Omit<CodeRow, 'usedAt' | 'usedBy' | 'cancelledAt'>;

/** One-time codes; the code itself is nowhere, only its hash. */
export interface Codes {
  add(code: NewCode): Promise<void>;
  find(hash: string): Promise<CodeRow | undefined>;
  list(workspace?: string): Promise<readonly CodeRow[]>;
  /** @returns false when somebody used it before. */
  use(hash: string, replica: string, at: number): Promise<boolean>;
  /** @returns false when there is no unused code of this id. */
  cancel(id: string, at: number): Promise<boolean>;
  /** Those of this label that nobody used. */
  cancelLabelled(label: string, at: number): Promise<void>;
}

export function codesIn(db: Kysely<Tables>): Codes {
  return {
    async add(code) {
      await db
        .insertInto('codes')
        .values({ ...code, usedAt: null, usedBy: null, cancelledAt: null })
        .execute();
    },
    find: (hash) => db.selectFrom('codes').selectAll().where('hash', '=', hash).executeTakeFirst(),
    list(workspace) {
      const all = db.selectFrom('codes').selectAll().where('cancelledAt', 'is', null);
      const wanted = workspace === undefined ? all : all.where('workspace', '=', workspace);
      return wanted.orderBy('madeAt').orderBy('id').execute();
    },
    async use(hash, replica, at) {
      const { numUpdatedRows } = await db
        .updateTable('codes')
        .set({ usedAt: at, usedBy: replica })
        .where('hash', '=', hash)
        .where('usedAt', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async cancel(id, at) {
      const { numUpdatedRows } = await db
        .updateTable('codes')
        .set({ cancelledAt: at })
        .where('id', '=', id)
        .where('usedAt', 'is', null)
        .where('cancelledAt', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async cancelLabelled(label, at) {
      await db
        .updateTable('codes')
        .set({ cancelledAt: at })
        .where('label', '=', label)
        .where('usedAt', 'is', null)
        .execute();
    },
  };
}
