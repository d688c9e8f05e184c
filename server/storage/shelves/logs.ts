import { sql, type Kysely, type Selectable } from 'kysely';
import type { Head } from '#shared/changelog/chain.ts';
import type { Vector } from '#shared/sync/vector.ts';
import type { SegmentRow, Tables } from '../tables.ts';

/** A run as it is stored. */
export type NewSegment = Omit<SegmentRow, 'workspace' | 'arrival' | 'size'>;

/** A stored run without its bytes. */
export type SegmentHead = Omit<Selectable<SegmentRow>, 'bytes' | 'workspace' | 'receivedAt' | 'via'>;

export interface LogFigures {
  readonly replica: string;
  readonly entries: number;
  readonly bytes: number;
}

/** The logs of a workspace: a row per stored run, and the end of every replica's log. */
export interface Logs {
  vector(workspace: string): Promise<Vector>;
  heads(workspace: string, replicas: readonly string[]): Promise<ReadonlyMap<string, Head>>;
  figures(workspace: string): Promise<readonly LogFigures[]>;
  /**
   * Only under the lock of the workspace. Each run follows the end of its replica's log.
   * @throws Error when one does not; nothing is to be committed then.
   */
  append(workspace: string, segments: readonly NewSegment[]): Promise<void>;
  /**
   * Takes away all of a replica's log behind an entry; 0: the whole log. Only under the lock of the workspace.
   * @param bytes of the stored run in which the cut lies, as far as it stays; undefined where one ends there.
   */
  cut(workspace: string, replica: string, behind: Head, bytes?: Uint8Array): Promise<void>;
  /** Other bytes for a stored run, of the same entries. Only under the lock of the workspace. */
  rewrite(
    workspace: string,
    run: { readonly arrival: number; readonly replica: string },
    bytes: Uint8Array,
  ): Promise<void>;
  /** Stored runs beyond an arrival number, in their order. */
  after(workspace: string, arrival: number, most: number): Promise<readonly SegmentRow[]>;
  /** The next runs of replicas, each beyond the number held, at most so many of each, by number. */
  next(
    workspace: string,
    beyond: readonly { readonly replica: string; readonly held: number }[],
    mostOfEach: number,
  ): Promise<readonly SegmentHead[]>;
  bytes(workspace: string, arrivals: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>>;
  /** Stored runs by arrival number; those that were taken away are left out. */
  stored(workspace: string, arrivals: readonly number[]): Promise<readonly SegmentRow[]>;
  /** The stored run that holds an entry. */
  covering(workspace: string, replica: string, seq: number): Promise<SegmentRow | undefined>;
}

const headColumns = ['arrival', 'replica', 'first', 'last', 'prev', 'head', 'signature', 'size'] as const;
/** Bounds of what one statement may take. */
const rowsOfInsert = 500;
const replicasOfQuery = 100;
const arrivalsOfQuery = 1000;

export function logsIn(db: Kysely<Tables>): Logs {
  return {
    async vector(workspace) {
      const rows = await db
        .selectFrom('logs')
        .select(['replica', 'held'])
        .where('workspace', '=', workspace)
        .execute();
      return Object.fromEntries(rows.map(({ replica, held }) => [replica, held]));
    },
    heads: (workspace, replicas) => readHeads(db, workspace, replicas),
    figures: (workspace) =>
      db
        .selectFrom('logs')
        .select(['replica', 'held as entries', 'bytes'])
        .where('workspace', '=', workspace)
        .execute(),
    append: (workspace, segments) => append(db, workspace, segments),
    cut: (workspace, replica, behind, bytes) => cut(db, { workspace, replica }, behind, bytes),
    async rewrite(workspace, { arrival, replica }, bytes) {
      await db
        .updateTable('segments')
        .set({ bytes, size: bytes.length })
        .where('workspace', '=', workspace)
        .where('arrival', '=', arrival)
        .execute();
      await db
        .updateTable('logs')
        .set({ bytes: await sizeOf(db, workspace, replica) })
        .where('workspace', '=', workspace)
        .where('replica', '=', replica)
        .execute();
    },
    after: (workspace, arrival, most) =>
      db
        .selectFrom('segments')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('arrival', '>', arrival)
        .orderBy('arrival')
        .limit(most)
        .execute(),
    async next(workspace, beyond, mostOfEach) {
      const found: SegmentHead[] = [];
      for (const part of slices(beyond, replicasOfQuery)) {
        const queries = part.map(({ replica, held }) =>
          db
            .selectFrom('segments')
            .select(headColumns)
            .where('workspace', '=', workspace)
            .where('replica', '=', replica)
            .where('last', '>', held)
            .orderBy('last')
            .limit(mostOfEach),
        );
        // One statement for all: a round trip for each replica would be what a far database costs.
        const [head, ...rest] = queries.map((query) => db.selectFrom(query.as('part')).select(headColumns));
        if (head === undefined) continue;
        const all = rest.reduce((left, right) => left.unionAll(right), head);
        found.push(...(await all.execute()));
      }
      return found;
    },
    async bytes(workspace, arrivals) {
      const found = new Map<number, Uint8Array>();
      for (const part of slices(arrivals, arrivalsOfQuery)) {
        const rows = await db
          .selectFrom('segments')
          .select(['arrival', 'bytes'])
          .where('workspace', '=', workspace)
          .where('arrival', 'in', part)
          .execute();
        for (const { arrival, bytes } of rows) found.set(arrival, bytes);
      }
      return found;
    },
    async stored(workspace, arrivals) {
      const found: SegmentRow[] = [];
      for (const part of slices(arrivals, arrivalsOfQuery)) {
        const query = db.selectFrom('segments').selectAll().where('workspace', '=', workspace);
        found.push(...(await query.where('arrival', 'in', part).execute()));
      }
      return found;
    },
    covering: (workspace, replica, seq) =>
      db
        .selectFrom('segments')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('replica', '=', replica)
        .where('last', '>=', seq)
        .orderBy('last')
        .limit(1)
        .executeTakeFirst(),
  };
}

async function readHeads(
  db: Kysely<Tables>,
  workspace: string,
  replicas: readonly string[],
): Promise<Map<string, Head>> {
  const heads = new Map<string, Head>();
  for (const part of slices([...new Set(replicas)], arrivalsOfQuery)) {
    const rows = await db
      .selectFrom('logs')
      .select(['replica', 'held', 'head'])
      .where('workspace', '=', workspace)
      .where('replica', 'in', part)
      .execute();
    for (const { replica, held, head } of rows) heads.set(replica, { seq: held, hash: head });
  }
  return heads;
}

async function append(db: Kysely<Tables>, workspace: string, segments: readonly NewSegment[]): Promise<void> {
  if (segments.length === 0) return;
  const heads = await readHeads(
    db,
    workspace,
    segments.map(({ replica }) => replica),
  );
  const added = new Map<string, { bytes: number; receivedAt: number }>();
  for (const { replica, first, last, prev, head, bytes, receivedAt } of segments) {
    const end = heads.get(replica) ?? { seq: 0, hash: '' };
    const isUnread = end.seq > 0 && end.hash === '';
    if (first !== end.seq + 1 || last < first || (prev !== end.hash && !isUnread)) {
      throw new Error(`A run of ${replica} begins at ${first} and does not follow entry ${end.seq}.`);
    }
    heads.set(replica, { seq: last, hash: head });
    added.set(replica, { bytes: (added.get(replica)?.bytes ?? 0) + bytes.length, receivedAt });
  }
  const { nextArrival } = await db
    .updateTable('workspaces')
    .set((update) => ({ nextArrival: update('nextArrival', '+', segments.length) }))
    .where('id', '=', workspace)
    .returning('nextArrival')
    .executeTakeFirstOrThrow();
  const firstArrival = nextArrival - segments.length;
  const rows = segments.map((segment, index) => ({
    ...segment,
    workspace,
    arrival: firstArrival + index,
    size: segment.bytes.length,
  }));
  for (const part of slices(rows, rowsOfInsert)) await db.insertInto('segments').values(part).execute();
  const ends = [...added].map(([replica, { bytes, receivedAt }]) => {
    const { seq: held, hash: head } = heads.get(replica) ?? { seq: 0, hash: '' };
    return { workspace, replica, held, head, bytes, receivedAt };
  });
  for (const part of slices(ends, rowsOfInsert)) {
    await db
      .insertInto('logs')
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(['workspace', 'replica']).doUpdateSet({
          held: sql.ref('excluded.held'),
          head: sql.ref('excluded.head'),
          bytes: sql`${sql.ref('logs.bytes')} + ${sql.ref('excluded.bytes')}`,
          receivedAt: sql.ref('excluded.receivedAt'),
        }),
      )
      .execute();
  }
}

async function cut(
  db: Kysely<Tables>,
  { workspace, replica }: { readonly workspace: string; readonly replica: string },
  { seq: last, hash: head }: Head,
  bytes: Uint8Array | undefined,
): Promise<void> {
  await db
    .deleteFrom('segments')
    .where('workspace', '=', workspace)
    .where('replica', '=', replica)
    .where('first', '>', last)
    .execute();
  if (bytes) {
    await db
      .updateTable('segments')
      .set({ last, head, bytes, size: bytes.length, signature: null })
      .where('workspace', '=', workspace)
      .where('replica', '=', replica)
      .where('last', '>', last)
      .execute();
  }
  await db
    .updateTable('logs')
    .set({ held: last, head, bytes: await sizeOf(db, workspace, replica) })
    .where('workspace', '=', workspace)
    .where('replica', '=', replica)
    .execute();
  await db.deleteFrom('logs').where('workspace', '=', workspace).where('held', '=', 0).execute();
}

/** Bytes of all stored runs of a replica. */
async function sizeOf(db: Kysely<Tables>, workspace: string, replica: string): Promise<number> {
  const { size } = await db
    .selectFrom('segments')
    .select(sql<number | string>`coalesce(sum(size), 0)`.as('size'))
    .where('workspace', '=', workspace)
    .where('replica', '=', replica)
    .executeTakeFirstOrThrow();
  return Number(size);
}

function* slices<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
