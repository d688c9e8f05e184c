import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { plainPath } from '../fixtures/database.ts';
import { Workbench } from '../pages/workbench.ts';

test('disk full, in the browser: a clear message, the input is kept, and it is saved once there is room', async ({
  workbench,
  context,
}) => {
  const outside = await context.newPage();
  await outside.goto(plainPath);
  const session = await context.newCDPSession(outside);
  const { origin } = new URL(outside.url());
  // Before anything is stored: the browser remembers for a while how much room there was.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 40_000_000 });
  await workbench.open();
  await workbench.firstRun.openDemo();
  const record = await workbench.find('Relay Hill is dark');
  await fillUp(outside);

  const text = 'Word from the far end: their modem lost its clock.';
  const note = record.timeline.getByRole('textbox', { name: 'Note' });
  await note.fill(text);
  await record.timeline.getByRole('button', { name: 'Add note' }).click();
  const alert = record.timeline.getByRole('alert');
  await expect(alert).toContainText('no space left');
  await expect(alert).toContainText('Your input is kept');
  await expect(note).toHaveValue(text);

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await record.timeline.getByRole('button', { name: 'Add note' }).click();
  await expect(record.entry(text)).toBeVisible();
  await expect(note).toHaveValue('');
});

/** Another database of the same site takes all room that is left, down to the last bytes. */
function fillUp(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The request failed.'));
      });
    const opening = indexedDB.open('filler', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('bytes', { autoIncrement: true });
    const database = await settled(opening);
    const add = (size: number) =>
      new Promise<boolean>((resolve) => {
        const transaction = database.transaction('bytes', 'readwrite', { durability: 'strict' });
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
        const bytes = new Uint8Array(size);
        // What cannot be compressed; so much at a time is allowed.
        for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
        transaction.objectStore('bytes').add(bytes);
      });
    let size = 4_194_304;
    for (let writes = 0; size > 64 && writes < 200; writes += 1) if (!(await add(size))) size /= 4;
    database.close();
  });
}

test('an upgrade blocked by an old tab: the user is told what to do, and it goes on when the tab is closed', async ({
  page,
  context,
}) => {
  const old = await context.newPage();
  await old.goto(plainPath);
  // An older version's connection that does not let go.
  await old.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('outpost', 1);
        request.onsuccess = () => {
          Object.assign(window, { held: request.result });
          resolve();
        };
        request.onerror = () => reject(request.error ?? new Error('not opened'));
      }),
  );
  await page.goto('/');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('An older Outpost window holds the database');
  await expect(alert).toContainText('Close all other Outpost windows and tabs');
  await old.close();
  await expect(new Workbench(page).firstRun.heading).toBeVisible();
});

test('a window that is too old for the database says so and keeps what is typed', async ({
  demo,
  page,
  context,
}) => {
  const record = await demo.find('Relay Hill is dark');
  const newer = await context.newPage();
  await newer.goto(plainPath);
  await newer.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('outpost', 1_000);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error ?? new Error('not opened'));
      }),
  );
  await expect(page.getByRole('alert').first()).toContainText('A newer Outpost window upgraded the database');
  const note = record.timeline.getByRole('textbox', { name: 'Note' });
  await note.fill('Not lost');
  await record.timeline.getByRole('button', { name: 'Add note' }).click();
  await expect(record.timeline.getByRole('alert')).toContainText('can no longer write');
  await expect(note).toHaveValue('Not lost');
  await expect(page.getByRole('alert').first()).toContainText('cannot be stored as a draft');
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('written by a newer version of Outpost');
});
