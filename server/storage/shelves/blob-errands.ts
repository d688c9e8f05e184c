import type { Kysely } from 'kysely';
import { sizeClass } from '#shared/sync/files.ts';
import type { BlobErrandRow, Tables } from '../tables.ts';
import type { BlobInfo } from './blobs.ts';

/** Longest pause after a try that failed, ms. */
const longestRest = 3_600_000;

export interface ErrandWish {
  readonly upstream: string;
  /** Epoch ms. */
  readonly now: number;
  /** Bytes. */
  readonly largest: number;
}

/** Contents that are to be exchanged with hubs above. */
export interface BlobErrands {
  add(upstream: string, kind: BlobErrandRow['kind'], blobs: readonly BlobInfo[]): Promise<void>;
  /** The one whose turn it is, small and new ones first; undefined when none is due. */
  next(wish: ErrandWish): Promise<BlobErrandRow | undefined>;
  /** It failed for a reason of its own: it waits, longer each time, and holds up no other. */
  rest(errand: BlobErrandRow, now: number, problem: string): Promise<void>;
  done(upstream: string, hashes: readonly string[]): Promise<void>;
  clear(upstream: string): Promise<void>;
  /** Those left, and the reason of one that failed. */
  waiting(upstream: string): Promise<{ readonly count: number; readonly problem: string | null }>;
}

export function blobErrandsIn(db: Kysely<Tables>): BlobErrands {
  return {
    async add(upstream, kind, blobs) {
      if (blobs.length === 0) return;
      await db
        .insertInto('blobErrands')
        .values(
          blobs.map(({ hash, size, number }) => ({
            upstream,
            hash,
            kind,
            size,
            sizeClass: sizeClass(size),
            number,
            tries: 0,
            dueAt: 0,
            problem: null,
          })),
        )
        .onConflict((conflict) => conflict.columns(['upstream', 'hash']).doNothing())
        .execute();
    },
    next: ({ upstream, now, largest }) =>
      db
        .selectFrom('blobErrands')
        .selectAll()
        .where('upstream', '=', upstream)
        .where('size', '<=', largest)
        // A clock that was set back must not make it wait for years.
        .where((is) => is.or([is('dueAt', '<=', now), is('dueAt', '>', now + longestRest)]))
        .orderBy('sizeClass')
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst(),
    async rest({ upstream, hash, tries }, now, problem) {
      const pause = Math.min(longestRest, 60_000 * 2 ** Math.min(tries, 10));
      await db
        .updateTable('blobErrands')
        .set({ tries: tries + 1, dueAt: now + pause, problem })
        .where('upstream', '=', upstream)
        .where('hash', '=', hash)
        .execute();
    },
    async done(upstream, hashes) {
      if (hashes.length === 0) return;
      await db
        .deleteFrom('blobErrands')
        .where('upstream', '=', upstream)
        .where('hash', 'in', hashes)
        .execute();
    },
    async clear(upstream) {
      await db.deleteFrom('blobErrands').where('upstream', '=', upstream).execute();
    },
    async waiting(upstream) {
      const row = await db
        .selectFrom('blobErrands')
        .select(({ fn }) => [fn.countAll().as('count'), fn.max('problem').as('problem')])
        .where('upstream', '=', upstream)
        .executeTakeFirstOrThrow();
      return { count: Number(row.count), problem: row.problem };
    },
  };
}
