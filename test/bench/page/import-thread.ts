import { OutpostDatabase } from '#renderer/data/database.ts';
import { ensureIdentity } from '#renderer/data/identity.ts';
import { readExisting, writeBulk } from '#renderer/data/bulk.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import type { RecordHistory } from '#shared/changelog/intention.ts';
import { historyOf, incidentAt, type Incident } from '../records.ts';
import { referenceHistories } from '../reference-data.ts';
import type { ImportFault, ImportOrder, ImportReport } from './import-protocol.ts';

/** The worker of a bulk import: the same writer as the import wizard's. */
async function run({ database: name, actor, what }: ImportOrder): Promise<ImportReport> {
  const database = new OutpostDatabase(name);
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
  return Array.from({ length: what.count }, (_, index) => {
    const place = what.from + index;
    return what.kind === 'edits' ? editOf(incidentAt(place), now) : historyOf(incidentAt(place), place + 2);
  });
}

function editOf({ id, title }: Incident, now: number): RecordHistory {
  const fields = { title: `${title}, seen ${now}` };
  return { id, type: 'incident', intentions: [{ body: { kind: 'set', fields } }] };
}

self.onmessage = ({ data }: MessageEvent<ImportOrder>) => {
  run(data).then(
    (report) => self.postMessage(report),
    (error: unknown) => self.postMessage({ fault: String(error) } satisfies ImportFault),
  );
};
