import { sql, type Kysely } from 'kysely';
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

/** A content that is whole. */
export interface BlobInfo {
  readonly hash: string;
  readonly size: number;
  readonly number: number;
}

export interface BlobWish {
  readonly workspace: string;
  /** Left out is what this replica is known to hold. */
  readonly notHeldBy?: string | undefined;
  /** Whole since, epoch ms. */
  readonly since?: number | undefined;
  /** Numbers above this. */
  readonly after?: number;
  /** Bytes. */
  readonly largest?: number;
  readonly most?: number;
}

/** Attachments by what they hold, in pieces as they came; pieces of one content never overlap. */
export interface Blobs {
  state(place: BlobPlace): Promise<BlobState | undefined>;
  /** Makes it where it is not there, and keeps other writers of it out until the end of the transaction. */
  claim(place: BlobPlace, size: number, at: number): Promise<BlobState>;
  /** Stores of a part what is not there yet. */
  fill(place: BlobPlace, start: number, bytes: Uint8Array): Promise<void>;
  /** Goes on from `received` over all that follows without a gap. @returns where it ends. */
  extend(place: BlobPlace, received: number): Promise<number>;
  /** Is there anything behind this byte? */
  reachesBeyond(place: BlobPlace, start: number): Promise<boolean>;
  /** Gives it the next number; under the lock of the workspace, so that no reader skips one. */
  complete(place: BlobPlace, at: number): Promise<void>;
  remove(place: BlobPlace): Promise<void>;
  /** The piece that holds the byte `start`, cut to begin there. */
  read(place: BlobPlace, start: number): Promise<Uint8Array | undefined>;
  /** Whole ones in the order of their numbers. */
  list(wish: BlobWish): Promise<readonly BlobInfo[]>;
  /** The highest number, 0 for none. */
  last(workspace: string): Promise<number>;
}

export function blobsIn(db: Kysely<Tables>): Blobs {
  const pieces = ({ workspace, hash }: BlobPlace) =>
    db.selectFrom('blobChunks').where('workspace', '=', workspace).where('hash', '=', hash);
  const change = ({ workspace, hash }: BlobPlace) =>
    db.updateTable('blobs').where('workspace', '=', workspace).where('hash', '=', hash);
  const state = async ({ workspace, hash }: BlobPlace) => {
    const row = await db
      .selectFrom('blobs')
      .select(['size', 'received', 'completedAt'])
      .where('workspace', '=', workspace)
      .where('hash', '=', hash)
      .executeTakeFirst();
    return row && { size: row.size, received: row.received, isComplete: row.completedAt !== null };
  };
  /** Where the piece that holds a byte ends; undefined where none does. */
  const endAt = async (place: BlobPlace, start: number) => {
    const piece = await pieces(place)
      .select(['start', sql<number>`length(${sql.ref('bytes')})`.as('length')])
      .where('start', '<=', start)
      .orderBy('start', 'desc')
      .limit(1)
      .executeTakeFirst();
    const end = piece && piece.start + piece.length;
    return end !== undefined && end > start ? end : undefined;
  };
  const nextAfter = async (place: BlobPlace, start: number) => {
    const piece = await pieces(place)
      .select('start')
      .where('start', '>', start)
      .orderBy('start')
      .limit(1)
      .executeTakeFirst();
    return piece?.start;
  };
  const last = async (workspace: string) => {
    const row = await db
      .selectFrom('blobs')
      .select('number')
      .where('workspace', '=', workspace)
      .where('number', 'is not', null)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.number ?? 0;
  };
  return {
    state,
    last,
    async claim(place, size, at) {
      await db
        .insertInto('blobs')
        .values({ ...place, size, received: 0, completedAt: null, startedAt: at, number: null })
        .onConflict((conflict) => conflict.columns(['workspace', 'hash']).doNothing())
        .execute();
      await change(place)
        .set((row) => ({ received: row.ref('received') }))
        .execute();
      return (await state(place)) ?? { size, received: 0, isComplete: false };
    },
    async fill(place, start, bytes) {
      const end = start + bytes.length;
      for (let at = start; at < end;) {
        const covered = await endAt(place, at);
        const next = covered ?? Math.min(end, (await nextAfter(place, at)) ?? end);
        if (covered === undefined) {
          const piece = bytes.subarray(at - start, next - start);
          await db
            .insertInto('blobChunks')
            .values({ ...place, start: at, bytes: piece })
            .execute();
        }
        at = next;
      }
    },
    async extend(place, received) {
      let end = received;
      for (let next = await endAt(place, end); next !== undefined; next = await endAt(place, end)) end = next;
      if (end > received) await change(place).set({ received: end }).execute();
      return end;
    },
    reachesBeyond: async (place, start) => (await nextAfter(place, start)) !== undefined,
    async complete(place, at) {
      const number = (await last(place.workspace)) + 1;
      await change(place).set({ completedAt: at, number }).execute();
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
    async list({ workspace, notHeldBy, since, after = 0, largest, most }) {
      let query = db
        .selectFrom('blobs')
        .select(['hash', 'size', 'number'])
        .where('workspace', '=', workspace)
        .where('number', '>', after)
        .orderBy('number');
      if (since !== undefined) query = query.where('completedAt', '>=', since);
      if (largest !== undefined) query = query.where('size', '<=', largest);
      if (most !== undefined) query = query.limit(most);
      if (notHeldBy !== undefined) {
        query = query.where((is) =>
          is.not(
            is.exists(
              is
                .selectFrom('blobHolders')
                .select('blobHolders.hash')
                .whereRef('blobHolders.hash', '=', 'blobs.hash')
                .where('blobHolders.workspace', '=', workspace)
                .where('blobHolders.replica', '=', notHeldBy),
            ),
          ),
        );
      }
      const rows = await query.execute();
      return rows.map(({ hash, size, number }) => ({ hash, size, number: number ?? 0 }));
    },
  };
}
