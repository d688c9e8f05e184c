import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engine.ts';

/** Which of several processes does a job; what was let go of dead letters. */
export async function leasesAndBounds(db: Kysely<unknown>, { large }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('beat', large, (column) => column.notNull())
    .execute();
  await db.schema.alterTable('deadLetters').addColumn('letGoAt', large).execute();
  await db.schema
    .createIndex('deadLetters_via')
    .on('deadLetters')
    .columns(['workspace', 'via', 'receivedAt'])
    .execute();
  await db.schema
    .alterTable('replicas')
    .addColumn('deadForgotten', large, (column) => column.notNull().defaultTo(0))
    .execute();
}
