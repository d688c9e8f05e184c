import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { Engine } from './engine.ts';
import { migrations, type MigrationStep } from './migrations/migrations.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the database to the newest form, under a lock that keeps out other processes.
 * @throws ProblemError OUT-SYN-035 when a newer version wrote it; otherwise what the database says.
 */
export async function migrate(
  db: Kysely<Tables>,
  engine: Engine,
  steps: Readonly<Record<string, MigrationStep>> = migrations,
): Promise<void> {
  await refuseNewer(db, Object.keys(steps));
  const ready = Object.entries(steps).map(
    ([name, step]) => [name, { up: (within: Kysely<unknown>) => step(within, engine.columnTypes) }] as const,
  );
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(Object.fromEntries(ready)) },
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrationLock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('The migration failed.');
}

async function refuseNewer(db: Kysely<Tables>, known: readonly string[]): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'migrations')) return;
  const rows = await db
    .$extendTables<{ migrations: { name: string } }>()
    .selectFrom('migrations')
    .select('name')
    .orderBy('name')
    .execute();
  const newer = rows.find(({ name }) => !known.includes(name));
  if (newer !== undefined) throw new ProblemError(problem('OUT-SYN-035', { version: newer.name }));
}
