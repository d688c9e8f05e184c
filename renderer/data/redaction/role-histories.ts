import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { RoleHistories } from '#shared/engine/redaction-standing.ts';
import type { OutpostDatabase } from '../database.ts';
import { readEntries } from '../log.ts';

/** What this device holds of people and role assignments. */
export function roleHistories(database: OutpostDatabase, catalogue: Catalogue): RoleHistories {
  return {
    catalogue,
    async person(id) {
      const row = await database.records.get(id);
      return row ? readEntries(database, row) : [];
    },
    async assignments() {
      const rows = await database.records.where('config').equals('assignment').toArray();
      return Promise.all(rows.map((row) => readEntries(database, row)));
    },
  };
}
