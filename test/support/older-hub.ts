import { Kysely } from 'kysely';
import type { Engine } from '#server/storage/engine.ts';
import { migrate } from '#server/storage/migrate.ts';
import { migrations } from '#server/storage/migrations/migrations.ts';
import type { StoragePlace } from '#server/storage/open.ts';
import { postgresEngine } from '#server/storage/postgres.ts';
import { sqliteEngine } from '#server/storage/sqlite.ts';
import type { Tables } from '#server/storage/tables.ts';

/** Makes a database as a version left it whose last migration has this number, and fills it. */
export async function olderHub(
  place: StoragePlace,
  last: number,
  fill: (db: Kysely<Tables>) => Promise<unknown>,
): Promise<void> {
  const engine: Engine = 'url' in place ? postgresEngine(place.url) : sqliteEngine(place.file, 'wal');
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  const steps = Object.entries(migrations).filter(([name]) => Number(name.slice(0, 3)) <= last);
  await migrate(db, engine, Object.fromEntries(steps));
  await fill(db);
  await db.destroy();
  await engine.close();
}
