import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from '../engine.ts';

/** Numbers for attachments, who is known to hold which, and what is to be exchanged with hubs above. */
export async function attachments(db: Kysely<unknown>, { large }: ColumnTypes): Promise<void> {
  await db.schema.alterTable('blobs').addColumn('number', large).execute();
  const [blobs, completedAt, number] = [sql.ref('blobs'), sql.ref('completedAt'), sql.ref('number')];
  await sql`
    update ${blobs} set ${number} = (
      select count(*) from ${blobs} as other
      where other.workspace = ${blobs}.workspace and (
        other.${completedAt} < ${blobs}.${completedAt}
        or (other.${completedAt} = ${blobs}.${completedAt} and other.hash <= ${blobs}.hash)
      )
    ) where ${completedAt} is not null`.execute(db);
  await db.schema.createIndex('blobs_number').unique().on('blobs').columns(['workspace', 'number']).execute();
  await db.schema
    .createTable('blobHolders')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('replica', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('blobHolders_pk', ['workspace', 'replica', 'hash'])
    .execute();
  await db.schema
    .createTable('blobErrands')
    .addColumn('upstream', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('size', large, (column) => column.notNull())
    .addColumn('sizeClass', large, (column) => column.notNull())
    .addColumn('number', large, (column) => column.notNull())
    .addColumn('tries', large, (column) => column.notNull())
    .addColumn('dueAt', large, (column) => column.notNull())
    .addColumn('problem', 'text')
    .addPrimaryKeyConstraint('blobErrands_pk', ['upstream', 'hash'])
    .execute();
  await db.schema
    .createIndex('blobErrands_order')
    .on('blobErrands')
    .columns(['upstream', 'sizeClass', 'number'])
    .execute();
  for (const name of ['blobsTold', 'blobsSeen']) {
    await db.schema
      .alterTable('upstreams')
      .addColumn(name, large, (column) => column.notNull().defaultTo(0))
      .execute();
  }
  await db.schema.alterTable('upstreams').addColumn('blobsEpoch', 'text').execute();
}
