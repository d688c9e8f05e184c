import { OutpostDatabase } from '#renderer/data/database.ts';
import { testVault } from '#test/support/vault.ts';
import { ensureIdentity } from '#renderer/data/identity.ts';
import { readExisting, writeBulk } from '#renderer/data/bulk.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { historyOf, incidentAt } from '../records.ts';
import { referenceHistories } from '../reference-data.ts';
import type { ImportFault, ImportOrder, ImportReport } from './import-protocol.ts';

/** The worker of a bulk import: the same writer as the import wizard's. */
async function run({ database: name, actor, what }: ImportOrder): Promise<ImportReport> {
  const database = new OutpostDatabase(name, testVault());
  await database.open();
  const now = Date.now();
  await ensureIdentity(database, now);
  const histories =
    what === 'references'
      ? referenceHistories()
      : Array.from({ length: what.count }, (_, index) =>
          historyOf(incidentAt(what.from + index), what.from + index + 2),
        );
  const existing = await readExisting(database, []);
  const start = performance.now();
  const { entries, n } = await writeBulk({ database, catalogue, actor, now, histories, existing });
  const time = performance.now() - start;
  database.close();
  return { time, entries, n };
}

self.onmessage = ({ data }: MessageEvent<ImportOrder>) => {
  run(data).then(
    (report) => self.postMessage(report),
    (error: unknown) => self.postMessage({ fault: String(error) } satisfies ImportFault),
  );
};
