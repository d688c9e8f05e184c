import { OutpostDatabase } from '#renderer/data/database.ts';
import { ensureIdentity } from '#renderer/data/identity.ts';
import { writeBulk } from '#renderer/data/bulk.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { historyOf, incidentAt } from '../records.ts';
import { referenceHistories } from '../reference-data.ts';
import type { ImportOrder, ImportReport } from './import-protocol.ts';

/** The worker of a bulk import: the same writer as the import wizard's. */
self.onmessage = async ({ data: { database: name, actor, what } }: MessageEvent<ImportOrder>) => {
  const database = new OutpostDatabase(name);
  await database.open();
  const now = Date.now();
  const identity = await ensureIdentity(database, now);
  const histories =
    what === 'references'
      ? referenceHistories()
      : Array.from({ length: what.count }, (_, index) => historyOf(incidentAt(what.from + index), what.from + index + 2));
  const start = performance.now();
  const { entries, n } = await writeBulk({ database, catalogue, identity, actor, now, histories, existing: new Map() });
  self.postMessage({ time: performance.now() - start, entries, n } satisfies ImportReport);
  database.close();
};
