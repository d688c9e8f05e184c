import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Which replicas are known to hold which contents. */
export interface BlobHolders {
  note(workspace: string, replica: string, hashes: readonly string[]): Promise<void>;
  /** What a replica held may be gone: it was restored from a backup. */
  forget(workspace: string, replica: string): Promise<void>;
}

/** Rows of one statement; both engines bound the number of values. */
const most = 1000;

export function blobHoldersIn(db: Kysely<Tables>): BlobHolders {
  return {
    async note(workspace, replica, hashes) {
      for (let start = 0; start < hashes.length; start += most) {
        const rows = hashes.slice(start, start + most).map((hash) => ({ workspace, replica, hash }));
        await db
          .insertInto('blobHolders')
          .values(rows)
          .onConflict((conflict) => conflict.columns(['workspace', 'replica', 'hash']).doNothing())
          .execute();
      }
    },
    async forget(workspace, replica) {
      await db
        .deleteFrom('blobHolders')
        .where('workspace', '=', workspace)
        .where('replica', '=', replica)
        .execute();
    },
  };
}
