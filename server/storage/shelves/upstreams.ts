import type { Kysely } from 'kysely';
import type { Tables, UpstreamRow } from '../tables.ts';

export type NewUpstream = Omit<
  UpstreamRow,
  | 'stoppedAt'
  | 'lastContact'
  | 'lastProblem'
  | 'directoryTaken'
  | 'directoryTold'
  | 'blobsTold'
  | 'blobsSeen'
  | 'blobsEpoch'
  | 'agreed'
  | 'epoch'
>;

/** Hubs that this hub brings its workspaces to. */
export interface Upstreams {
  add(upstream: NewUpstream): Promise<void>;
  /** Those not stopped. */
  list(): Promise<readonly UpstreamRow[]>;
  contact(id: string, at: number): Promise<void>;
  directories(id: string, versions: { readonly taken?: number; readonly told?: number }): Promise<void>;
  blobs(
    id: string,
    places: Partial<Pick<UpstreamRow, 'blobsTold' | 'blobsSeen' | 'blobsEpoch'>>,
  ): Promise<void>;
  /** @param agreed JSON of a vector. */
  agree(id: string, agreed: string, epoch: string): Promise<void>;
  failed(id: string, problem: string): Promise<void>;
  stop(id: string, at: number): Promise<boolean>;
}

export function upstreamsIn(db: Kysely<Tables>): Upstreams {
  return {
    async add(upstream) {
      await db
        .insertInto('upstreams')
        .values({
          ...upstream,
          directoryTaken: 0,
          directoryTold: 0,
          blobsTold: 0,
          blobsSeen: 0,
          blobsEpoch: null,
          stoppedAt: null,
          lastContact: null,
          lastProblem: null,
          agreed: null,
          epoch: null,
        })
        .execute();
    },
    list: () => db.selectFrom('upstreams').selectAll().where('stoppedAt', 'is', null).orderBy('id').execute(),
    async contact(id, at) {
      await db
        .updateTable('upstreams')
        .set({ lastContact: at, lastProblem: null })
        .where('id', '=', id)
        .execute();
    },
    async directories(id, { taken, told }) {
      await db
        .updateTable('upstreams')
        .set({
          ...(taken === undefined ? {} : { directoryTaken: taken }),
          ...(told === undefined ? {} : { directoryTold: told }),
        })
        .where('id', '=', id)
        .execute();
    },
    async blobs(id, places) {
      await db.updateTable('upstreams').set(places).where('id', '=', id).execute();
    },
    async agree(id, agreed, epoch) {
      await db.updateTable('upstreams').set({ agreed, epoch }).where('id', '=', id).execute();
    },
    async failed(id, problem) {
      await db.updateTable('upstreams').set({ lastProblem: problem }).where('id', '=', id).execute();
    },
    async stop(id, at) {
      const { numUpdatedRows } = await db
        .updateTable('upstreams')
        .set({ stoppedAt: at })
        .where('id', '=', id)
        .where('stoppedAt', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}
