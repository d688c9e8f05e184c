import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engine.ts';

/** Where the entries of a record and of a person are, and what was found of entries. Frozen. */
export async function rulings(db: Kysely<unknown>, { large }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('recordRuns')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .addColumn('arrival', large, (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('recordRuns_key', ['workspace', 'record', 'arrival'])
    .execute();
  await db.schema
    .createIndex('recordRuns_type')
    .on('recordRuns')
    .columns(['workspace', 'type', 'record'])
    .execute();
  await db.schema
    .createTable('actorRuns')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('arrival', large, (column) => column.notNull())
    .addColumn('latest', large, (column) => column.notNull())
    .addPrimaryKeyConstraint('actorRuns_key', ['workspace', 'actor', 'arrival'])
    .execute();
  await db.schema
    .createTable('findings')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('replica', 'text', (column) => column.notNull())
    .addColumn('seq', large, (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('finding', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('told', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('findings_key', ['workspace', 'replica', 'seq'])
    .execute();
  await db.schema
    .createTable('rulingProgress')
    .addColumn('workspace', 'text', (column) => column.primaryKey())
    .addColumn('indexed', large, (column) => column.notNull())
    .addColumn('judged', large, (column) => column.notNull())
    .addColumn('log', 'text', (column) => column.notNull())
    .addColumn('logSeq', large, (column) => column.notNull())
    .addColumn('logHead', 'text', (column) => column.notNull())
    .execute();
}
