import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export interface BlobState {
  readonly size: number;
  /** Bytes held, from the beginning. */
  readonly received: number;
  readonly isComplete: boolean;
}

export interface BlobPlace {
  readonly workspace: string;
  /** SHA-256 of the whole, hexadecimal. */
  readonly hash: string;
}

/** Attachments by what they hold, in pieces as they came. */
export interface Blobs {
  state(place: BlobPlace): Promise<BlobState | undefined>;
  begin(place: BlobPlace, size: number, at: number): Promise<void>;
  /** @returns false when another piece came first: nothing was written. */
  append(place: BlobPlace, start: number, bytes: Uint8Array): Promise<boolean>;
  complete(place: BlobPlace, at: number): Promise<void>;
  remove(place: BlobPlace): Promise<void>;
  /** The piece that holds the byte `start`, cut to begin there. */
  read(place: BlobPlace, start: number): Promise<Uint8Array | undefined>;
}

export function blobsIn(db: Kysely<Tables>): Blobs {
  const pieces = ({ workspace, hash }: BlobPlace) =>
    db.selectFrom('blobChunks').where('workspace', '=', workspace).where('hash', '=', hash);
  return {
    async state({ workspace, hash }) {
      const row = await db
        .selectFrom('blobs')
        .select(['size', 'received', 'completedAt'])
        .where('workspace', '=', workspace)
        .where('hash', '=', hash)
        .executeTakeFirst();
      return row && { size: row.size, received: row.received, isComplete: row.completedAt !== null };
    },
    async begin(place, size, at) {
      await db
        .insertInto('blobs')
        .values({ ...place, size, received: 0, completedAt: null, startedAt: at })
        .onConflict((conflict) => conflict.columns(['workspace', 'hash']).doNothing())
        .execute();
    },
    async append({ workspace, hash }, start, bytes) {
      const { numUpdatedRows } = await db
        .updateTable('blobs')
        .set({ received: start + bytes.length })
        .where('workspace', '=', workspace)
        .where('hash', '=', hash)
        .where('received', '=', start)
        .where('completedAt', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await db.insertInto('blobChunks').values({ workspace, hash, start, bytes }).execute();
      return true;
    },
    async complete({ workspace, hash }, at) {
      await db
        .updateTable('blobs')
        .set({ completedAt: at })
        .where('workspace', '=', workspace)
        .where('hash', '=', hash)
        .execute();
    },
    async remove({ workspace, hash }) {
      for (const table of ['blobChunks', 'blobs'] as const) {
        await db.deleteFrom(table).where('workspace', '=', workspace).where('hash', '=', hash).execute();
      }
    },
    async read(place, start) {
      const piece = await pieces(place)
        .select(['start', 'bytes'])
        .where('start', '<=', start)
        .orderBy('start', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (piece === undefined || piece.start + piece.bytes.length <= start) return undefined;
      return piece.bytes.subarray(start - piece.start);
    },
  };
}
