import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import type { Journal } from '#electron/main/journal/journal.ts';
import { expect, test as base } from '../fixtures/test.ts';
import { faultsOf, plainPath, readWorkspace } from '../fixtures/database.ts';
import { withJournal } from '../fixtures/journal-bridge.ts';
import { Workbench } from '../pages/workbench.ts';

const test = base.extend<{ readonly journal: Journal }>({
  journal: async ({ context }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'outpost-journal-'));
    const journal = await withJournal(context, folder);
    await use(journal);
    await journal.close();
    await rm(folder, { recursive: true, force: true });
  },
});

const title = 'Generator of the relay coughs';

async function work(workbench: Workbench): Promise<string> {
  await workbench.open();
  await workbench.firstRun.createUnit({
    name: '9th Signal Battalion',
    shortName: '9th Sig',
    zone: 'Europe/Berlin',
    marking: 'CUI',
    person: 'Alvarez, Maria',
  });
  const fields = await workbench.quickCreate.open('incident');
  await fields.write('Title', title);
  await fields.pick('Requester', 'Alvarez, Maria');
  await workbench.quickCreate.save('incident');
  const record = await workbench.find(title);
  await record.note('Fuel filter changed.');
  const number = await record.number();
  await workbench.page.close();
  return number;
}

/** Opens the same profile again and looks whether what was written is there. */
async function isBack(context: BrowserContext, number: string): Promise<void> {
  const workbench = new Workbench(await context.newPage());
  await workbench.open();
  await expect(workbench.page.getByRole('alert').first()).toContainText('came back from the journal');
  await workbench.becomes('Alvarez, Maria');
  const record = await workbench.find(title);
  expect(await record.number()).toBe(number);
  await expect(record.entry('Fuel filter changed.')).toBeVisible();
  await record.note('Written after the restart.');
  const workspace = await readWorkspace(workbench.page);
  expect(faultsOf(workspace)).toEqual([]);

  await workbench.open();
  await workbench.find(title);
  await expect(workbench.page.getByText('came back from the journal')).toBeHidden();
}

test('IndexedDB unexpectedly empty: own entries are restored and the user is told', async ({
  context,
  journal,
}) => {
  const number = await work(new Workbench(await context.newPage()));
  const before = journal.status();
  const outside = await context.newPage();
  await outside.goto(plainPath);
  // Chromium resets all of an origin's databases at once: the keys are gone with the records.
  for (const name of ['outpost', 'outpost-keys']) {
    await outside.evaluate(
      (database) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase(database);
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error ?? new Error('not deleted'));
        }),
      name,
    );
  }
  await outside.close();
  expect(before.state === 'open' && before.rows).toBeGreaterThan(50);
  await isBack(context, number);
});

test('IndexedDB corrupt: what it lost of the log comes back', async ({ context, journal }) => {
  const number = await work(new Workbench(await context.newPage()));
  expect(journal.status().state).toBe('open');
  const outside = await context.newPage();
  await outside.goto(plainPath);
  // An older state of the store: the newest rows of the log are gone, and all records with them.
  await outside.evaluate(async () => {
    const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The request failed.'));
      });
    const database = await settled(indexedDB.open('outpost'));
    const transaction = database.transaction(['log', 'records', 'blocks'], 'readwrite');
    const rows = (await settled(transaction.objectStore('log').getAll())) as { n: number; count: number }[];
    const first = rows[0];
    transaction.objectStore('log').delete(IDBKeyRange.lowerBound(first?.n ?? 0, false));
    transaction.objectStore('records').clear();
    transaction.objectStore('blocks').clear();
    await new Promise<void>((resolve) => {
      transaction.oncomplete = () => resolve();
    });
    database.close();
  });
  await outside.close();
  await isBack(context, number);
});
