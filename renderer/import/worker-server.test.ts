import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { OutpostDatabase } from '#renderer/data/database.ts';
import { testRing, testVault } from '#test/support/vault.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { csvBytes, importer, peopleTemplate } from '#test/support/import-run.ts';
import { ImportClient, type ImportPort } from './import-client.ts';
import type { Progress } from './protocol.ts';
import { bytesOf } from './read/byte-source.ts';
import type { Refusal } from './refusal.ts';
import { WorkerServer } from './worker-server.ts';

const manyPeople = Array.from({ length: 3000 }, (_, index) => `P${index},Person ${index},`);
let count = 0;
let database = '';

/** Page and worker side joined as a message channel joins them. */
function join(bytes: Uint8Array): ImportClient {
  const port: ImportPort = {
    postMessage: (message) => queueMicrotask(() => server.receive(structuredClone(message))),
    onmessage: null,
    terminate: () => undefined,
  };
  const server = new WorkerServer(
    (message) => queueMicrotask(() => port.onmessage?.({ data: structuredClone(message) } as MessageEvent)),
    catalogue,
    (file) => bytesOf(file.name, bytes),
  );
  return new ImportClient(port, () => Promise.resolve([]));
}
async function opened(...lines: readonly string[]): Promise<ImportClient> {
  const client = join(csvBytes('id,name,mail', ...lines));
  await client.ask<'open'>({
    kind: 'open',
    file: new File([], 'people.csv'),
    database,
    ring: testRing,
    actor: importer,
  }).answer;
  return client;
}
async function stored(): Promise<{ readonly records: number; readonly entries: number }> {
  const open = new OutpostDatabase(database, testVault());
  const rows = await open.log.toArray();
  const found = {
    records: await open.records.count(),
    entries: rows.reduce((sum, row) => sum + row.count, 0),
  };
  open.close();
  return found;
}

describe('the import’s worker', () => {
  beforeEach(() => {
    count += 1;
    database = `import-${count}`;
  });

  it('IMP-40 writes into the database, tells how far it is, and adds nothing the second time', async () => {
    const client = await opened(...manyPeople);
    const progress: Progress[] = [];
    const done = await client.ask<'commit'>({ kind: 'commit', template: peopleTemplate }, (now) =>
      progress.push(now),
    ).answer;
    expect(done.tally.records.new).toBe(3000);
    expect(progress.at(-1)).toEqual({ done: 3000, total: 3000 });
    expect(await stored()).toEqual({ records: 3000, entries: 3000 });
    const again = await client.ask<'commit'>({ kind: 'commit', template: peopleTemplate }).answer;
    expect(again.tally).toMatchObject({ records: { same: 3000 }, entries: 0 });
    expect(await stored()).toEqual({ records: 3000, entries: 3000 });
  });

  it('IMP-48 cancelled half-way it keeps nothing and says so', async () => {
    const client = await opened(...manyPeople);
    const call = client.ask<'commit'>({ kind: 'commit', template: peopleTemplate }, () => call.cancel());
    const refusal = await call.answer.then(
      () => undefined,
      (error: unknown) => error as Refusal,
    );
    expect(refusal?.problems).toMatchObject([{ code: 'OUT-IMP-010' }]);
    expect(await stored()).toEqual({ records: 0, entries: 0 });
  });

  it('IMP-12 with a bad last line it keeps nothing and names the line', async () => {
    const client = await opened(...manyPeople, 'P-last,,');
    const answer = client.ask<'commit'>({ kind: 'commit', template: peopleTemplate }).answer;
    await expect(answer).rejects.toMatchObject({ problems: [{ code: 'OUT-IMP-011', what: { line: 3002 } }] });
    expect(await stored()).toEqual({ records: 0, entries: 0 });
  });

  it('answers a call before a file is open with a problem', async () => {
    const answer = join(new Uint8Array()).ask<'inspect'>({ kind: 'inspect', form: {} }).answer;
    await expect(answer).rejects.toMatchObject({ problems: [{ code: 'OUT-APP-001' }] });
  });
});
