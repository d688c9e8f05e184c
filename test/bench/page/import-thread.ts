import { OutpostDatabase } from '#renderer/data/database.ts';
import { testVault } from '#test/support/vault.ts';
import { ensureIdentity } from '#renderer/data/identity.ts';
import { readExisting, writeBulk } from '#renderer/data/bulk.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import type { RecordHistory } from '#shared/changelog/intention.ts';
import { historyOf, incidentAt } from '../records.ts';
import { referenceHistories } from '../reference-data.ts';
import { shiftEdit } from '../shift-edits.ts';
import { randomFrom } from '../text-corpus.ts';
import type { ImportFault, ImportOrder, ImportReport } from './import-protocol.ts';

/** The worker of a bulk import: the same writer as the import wizard's. */
async function run({ database: name, actor, what }: ImportOrder): Promise<ImportReport> {
  const database = new OutpostDatabase(name, testVault());
  await database.open();
  const now = Date.now();
  await ensureIdentity(database, now);
  const histories = historiesOf(what, now);
  const existing = await readExisting(database, what.kind === 'edits' ? histories.map(({ id }) => id) : []);
  const start = performance.now();
  const { entries, n } = await writeBulk({ database, catalogue, actor, now, histories, existing });
  const time = performance.now() - start;
  database.close();
  return { time, entries, n };
}

function historiesOf(what: ImportOrder['what'], now: number): readonly RecordHistory[] {
  if (what.kind === 'references') return referenceHistories();
  const random = randomFrom(now);
  return Array.from({ length: what.count }, (_, index) => {
    const place = what.from + index;
    const incident = incidentAt(place);
    if (what.kind === 'histories') return historyOf(incident, place + 2);
    const body = { kind: 'set', fields: shiftEdit(incident, random) } as const;
    return { id: incident.id, type: 'incident', intentions: [{ body }] };
  });
}

self.onmessage = ({ data }: MessageEvent<ImportOrder>) => {
  run(data).then(
    (report) => self.postMessage(report),
    (error: unknown) => self.postMessage({ fault: String(error) } satisfies ImportFault),
  );
};
