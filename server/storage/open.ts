import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Kysely, sql, type Transaction } from 'kysely';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { Engine } from './engine.ts';
import { readFigures } from './figures.ts';
import { migrate } from './migrate.ts';
import { postgresEngine } from './postgres.ts';
import { shelvesIn } from './shelves/shelves.ts';
import { sqliteEngine } from './sqlite.ts';
import type { Storage } from './storage.ts';
import type { Tables } from './tables.ts';

/** Where the data is: a database server, or a file with its side files; `isAlone` keeps it without those, for copies. */
export type StoragePlace = { readonly url: string } | { readonly file: string; readonly isAlone?: boolean };

/**
 * Opens the database, made anew or brought to the newest form where needed.
 * @throws ProblemError OUT-SYN-034 when it cannot be opened, OUT-SYN-035 when a newer version wrote it.
 */
export async function openStorage(place: StoragePlace): Promise<Storage> {
  try {
    const engine = await engineOf(place);
    const db = new Kysely<Tables>({ dialect: engine.dialect });
    try {
      await migrate(db, engine);
      return storageOn(db, engine);
    } catch (error) {
      await db.destroy();
      await engine.close();
      throw error;
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError(problem('OUT-SYN-034', { reason }), { cause: error });
  }
}

async function engineOf(place: StoragePlace): Promise<Engine> {
  if ('url' in place) return postgresEngine(place.url);
  // The hub's secret keys lie in it.
  await mkdir(dirname(place.file), { recursive: true, mode: 0o700 });
  return sqliteEngine(place.file, place.isAlone ? 'delete' : 'wal');
}

function storageOn(db: Kysely<Tables>, engine: Engine): Storage {
  const lock = async (within: Transaction<Tables>, workspace: string) => {
    const row = within.selectFrom('workspaces').select('id').where('id', '=', workspace);
    const found = await (engine.hasRowLocks ? row.forUpdate() : row).executeTakeFirst();
    if (found === undefined) throw new ProblemError(problem('OUT-SYN-033', { workspace }));
  };
  return {
    engine: engine.name,
    ...shelvesIn(db),
    inTransaction: (work) => db.transaction().execute((within) => work(shelvesIn(within))),
    async inWorkspace(workspace, work) {
      const result = await db.transaction().execute(async (within) => {
        await lock(within, workspace);
        const done = await work(shelvesIn(within));
        await engine.announce(within, workspace);
        return done;
      });
      engine.announced(workspace);
      return result;
    },
    onChange: (listener) => engine.listen(listener),
    scrub: () => engine.scrub(db),
    figures: () => readFigures(db),
    async check() {
      await sql`select 1`.execute(db);
    },
    snapshot: (work) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((within) => work(within)),
    replace: (work) => db.transaction().execute((within) => work(within)),
    async close() {
      await db.destroy();
      await engine.close();
    },
  };
}
