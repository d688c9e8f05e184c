import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../engine.ts';

/** Administrators who are signed in, and how often somebody tried in vain. Frozen. */
export async function adminSessions(db: Kysely<unknown>, { large }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('adminSessions')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('token', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('madeAt', large, (column) => column.notNull())
    .addColumn('usedAt', large, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('adminTries')
    .addColumn('source', 'text', (column) => column.primaryKey())
    .addColumn('failures', large, (column) => column.notNull())
    .addColumn('failedAt', large, (column) => column.notNull())
    .execute();
}
