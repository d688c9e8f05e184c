import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { ConfigCache } from '#renderer/data/config-cache.ts';
import { OutpostDatabase, type RecordRow } from '#renderer/data/database.ts';
import { ensureIdentity } from '#renderer/data/identity.ts';
import { readLastN } from '#renderer/data/log.ts';
import { writeBulk } from '#renderer/data/bulk.ts';
import type { Vault } from '#shared/trust/vault.ts';
import type { ImportWorkspace } from './import-session.ts';

const rowsAtOnce = 500;

/** The workspace's database as an import sees it, opened in the thread that calls. */
export async function openDatabaseWorkspace(
  { name, vault }: { readonly name: string; readonly vault: Vault },
  catalogue: Catalogue,
  actor: Actor,
): Promise<ImportWorkspace> {
  const database = new OutpostDatabase(name, vault);
  await database.open();
  await ensureIdentity(database, Date.now());
  const rows = new Map<string, RecordRow>();
  let n = 0;
  return {
    async begin() {
      rows.clear();
      n = await readLastN(database);
    },
    async config() {
      const cache = new ConfigCache(catalogue);
      cache.take((await database.records.orderBy('config').toArray()).map(({ state }) => state));
      return cache.current;
    },
    async states(ids) {
      const states = new Map<string, FoldState>();
      for (let from = 0; from < ids.length; from += rowsAtOnce) {
        const found = await database.records.bulkGet(ids.slice(from, from + rowsAtOnce));
        for (const row of found) {
          if (!row) continue;
          rows.set(row.id, row);
          states.set(row.id, row.state);
        }
      }
      return states;
    },
    async write(histories, onProgress, signal) {
      const done = await writeBulk({
        database,
        catalogue,
        actor: actor.id,
        now: Date.now(),
        histories,
        existing: { rows, n },
        onProgress,
        signal,
      });
      return done.n;
    },
  };
}
