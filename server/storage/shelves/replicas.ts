import type { Kysely } from 'kysely';
import type { ReplicaRow, Tables } from '../tables.ts';

export interface Replicas {
  find(workspace: string, replica: string): Promise<ReplicaRow | undefined>;
  list(workspace: string): Promise<readonly ReplicaRow[]>;
  add(
    row: Omit<ReplicaRow, 'lastContact' | 'holds' | 'revokedAt' | 'deadForgotten'> & {
      revokedAt?: number | null;
    },
  ): Promise<void>;
  /** One that another hub enrolled comes here itself from now on. */
  admit(workspace: string, replica: string, codeHash: string): Promise<void>;
  /** @returns false when it is not there or was revoked before. */
  revoke(workspace: string, replica: string, at: number): Promise<boolean>;
  /** @param holds JSON of its vector; undefined leaves the one known. */
  contact(workspace: string, replica: string, at: number, holds?: string): Promise<void>;
  /** What others say it holds, as JSON of a vector. */
  holds(workspace: string, replica: string, holds: string): Promise<void>;
}

export function replicasIn(db: Kysely<Tables>): Replicas {
  return {
    find: (workspace, replica) =>
      db
        .selectFrom('replicas')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('replica', '=', replica)
        .executeTakeFirst(),
    list: (workspace) =>
      db
        .selectFrom('replicas')
        .selectAll()
        .where('workspace', '=', workspace)
        .orderBy('enrolledAt')
        .orderBy('replica')
        .execute(),
    async add(row) {
      await db
        .insertInto('replicas')
        .values({ revokedAt: null, ...row, lastContact: null, holds: null })
        .execute();
    },
    async admit(workspace, replica, codeHash) {
      await db
        .updateTable('replicas')
        .set({ through: null, codeHash })
        .where('workspace', '=', workspace)
        .where('replica', '=', replica)
        .execute();
    },
    async revoke(workspace, replica, at) {
      const { numUpdatedRows } = await db
        .updateTable('replicas')
        .set({ revokedAt: at })
        .where('workspace', '=', workspace)
        .where('replica', '=', replica)
        .where('revokedAt', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async contact(workspace, replica, at, holds) {
      await db
        .updateTable('replicas')
        .set(holds === undefined ? { lastContact: at } : { lastContact: at, holds })
        .where('workspace', '=', workspace)
        .where('replica', '=', replica)
        .execute();
    },
    async holds(workspace, replica, holds) {
      await db
        .updateTable('replicas')
        .set({ holds })
        .where('workspace', '=', workspace)
        .where('replica', '=', replica)
        .execute();
    },
  };
}
