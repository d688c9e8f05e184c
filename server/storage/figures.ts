import { sql, type Kysely } from 'kysely';
import type { StorageInfo } from '#shared/contracts/hub.ts';
import type { Tables } from './tables.ts';

/** Sums over everything that is kept. */
export async function readFigures(db: Kysely<Tables>): Promise<StorageInfo> {
  const sum = (column: string) => sql<number | string>`coalesce(sum(${sql.ref(column)}), 0)`;
  const [workspaces, logs, segments, deadLetters, forgotten, blobs, aside, open] = await Promise.all([
    db
      .selectFrom('workspaces')
      .select(sql<number>`count(*)`.as('rows'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('logs')
      .select([sum('held').as('entries'), sum('bytes').as('bytes')])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('segments')
      .select(sql<number>`count(*)`.as('rows'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('deadLetters')
      .select([sql<number>`count(*)`.as('rows'), sql<number>`count(${sql.ref('letGoAt')})`.as('letGo')])
      .executeTakeFirstOrThrow(),
    db.selectFrom('replicas').select(sum('deadForgotten').as('rows')).executeTakeFirstOrThrow(),
    db
      .selectFrom('blobs')
      .select([sql<number>`count(*)`.as('rows'), sum('received').as('bytes')])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('findings')
      .select(sql<number>`count(*)`.as('rows'))
      .where('finding', '=', 'aside')
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('segments')
      .leftJoin('rulingProgress', 'rulingProgress.workspace', 'segments.workspace')
      .select(
        sql<number | string>`coalesce(sum(${sql.ref('last')} - ${sql.ref('first')} + 1), 0)`.as('entries'),
      )
      .where((of) => of('arrival', '>', of.fn.coalesce('judged', sql.lit(0))))
      .executeTakeFirstOrThrow(),
  ]);
  return {
    workspaces: workspaces.rows,
    // PostgreSQL sums whole numbers into a type that comes as text.
    entries: Number(logs.entries),
    segments: segments.rows,
    segmentBytes: Number(logs.bytes),
    deadLetters: deadLetters.rows,
    deadLettersLetGo: deadLetters.letGo,
    deadLettersForgotten: Number(forgotten.rows),
    blobs: blobs.rows,
    blobBytes: Number(blobs.bytes),
    entriesAside: aside.rows,
    entriesToJudge: Number(open.entries),
  };
}
