import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { HubUnderTest } from './fixtures/hub.ts';
import { expect, test } from './fixtures/test.ts';
import { SyncPage } from './pages/sync.ts';
import { Workbench } from './pages/workbench.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const title = 'Relay Hill is dark';
/** A picture of one red point. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const log = Buffer.from('08:12 link down\n'.repeat(40_000));

async function attachments(demo: Workbench) {
  const record = await demo.find(title);
  const panel = await record.openTab('Attachments');
  return { record, panel };
}

test('ATT-30 files are attached with no network, are there after a reload, saved, shown, removed and brought back', async ({
  demo,
  page,
}) => {
  const { panel } = await attachments(demo);
  await expect(panel).toContainText('No attachments');
  await demo.goesOffline();
  await panel.getByLabel('Files to attach').setInputFiles([
    { name: 'mast.png', mimeType: 'image/png', buffer: picture },
    { name: 'link.log', mimeType: 'text/plain', buffer: log },
  ]);
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(row('mast.png')).toContainText('On this device');
  await expect(row('link.log')).toContainText('640 kB');

  await page.reload();
  const again = (await attachments(demo)).panel;
  await expect(row('link.log')).toBeVisible();
  const download = page.waitForEvent('download');
  await again.getByRole('button', { name: 'Save link.log' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('link.log');
  expect(Buffer.compare(await readFile(await saved.path()), log)).toBe(0);

  // The tooltip of the last button goes with the pointer.
  await page.mouse.move(0, 0);
  await again.getByRole('button', { name: 'Show mast.png' }).click();
  const preview = page.getByRole('dialog', { name: 'mast.png' });
  await expect(preview.getByRole('img', { name: 'mast.png' })).toHaveJSProperty('naturalWidth', 1);
  await page.keyboard.press('Escape');

  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

  await again.getByRole('button', { name: 'Remove mast.png' }).click();
  await expect(again.getByRole('button', { name: 'Save mast.png' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(again.getByRole('button', { name: 'Save mast.png' })).toBeVisible();
});

test('ATT-30 files that are dropped or pasted are attached; an empty one is a file; one without a name that can be kept is refused and stays to be told', async ({
  demo,
  page,
}) => {
  const { record } = await attachments(demo);
  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['dropped'], 'dropped.txt', { type: 'text/plain' }));
    transfer.items.add(new File([], 'empty.txt'));
    transfer.items.add(new File(['x'], `${'long'.repeat(70)}.txt`));
    return transfer;
  });
  const fields = record.article.getByRole('tabpanel');
  await fields.dispatchEvent('dragover', { dataTransfer: files });
  await fields.dispatchEvent('drop', { dataTransfer: files });
  const row = (name: string) => record.article.getByRole('row').filter({ hasText: name });
  await expect(row('dropped.txt')).toBeVisible();
  await expect(row('empty.txt')).toBeVisible();
  await expect(record.article.getByRole('alert')).toContainText('OUT-ATT-003');
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['pasted'], 'pasted.png', { type: 'image/png' }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }));
  });
  await expect(row('pasted.png')).toBeVisible();
});

test('ATT-33 with a hub a file says that it is there once it was sent', async ({ demo, page }) => {
  const hub = await HubUnderTest.start();
  try {
    const sync = new SyncPage(page);
    await sync.open();
    await sync.connect({ address: hub.address, code: await hub.code(), name: 'Laptop A' });
    await sync.isInStep('Outpost hub');
    const { panel } = await attachments(demo);
    await panel
      .getByLabel('Files to attach')
      .setInputFiles([{ name: 'link.log', mimeType: 'text/plain', buffer: log }]);
    await expect(panel.getByRole('row').filter({ hasText: 'link.log' })).toContainText('Here and at the hub');
  } finally {
    await hub.end();
  }
});

test('SYN-324 a picture goes by stick to a laptop that no network reaches, and is shown there', async ({
  demo,
  page,
  browser,
}) => {
  const hub = await HubUnderTest.start();
  try {
    const sync = new SyncPage(page);
    await sync.open();
    await sync.connect({ address: hub.address, code: await hub.code(), name: 'Laptop A' });
    await sync.isInStep('Outpost hub');
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const other = new Workbench(await context.newPage());
    await other.open();
    const joined = { address: hub.address, code: await hub.code(), name: 'Laptop B' };
    await other.firstRun.join(joined, 'Okafor, Daniel');
    await sync.speakTo('Outpost hub');
    await sync.isInStep('Outpost hub');
    for (const one of [page, other.page]) await one.context().setOffline(true);

    const { panel } = await attachments(demo);
    await panel
      .getByLabel('Files to attach')
      .setInputFiles([{ name: 'mast.png', mimeType: 'image/png', buffer: picture }]);
    await expect(panel.getByRole('row').filter({ hasText: 'mast.png' })).toContainText('Not yet at the hub');
    await sync.open();
    const [file] = await sync.makeBundle('Laptop B');
    await expect(sync.made).toContainText('It brings 1 attachment');

    const there = new SyncPage(other.page);
    await there.open();
    await there.openBundle(file ?? '');
    await expect(there.opened).toContainText('1 entry new here, 1 attachment');
    // Tries to reach the hub may stand above it.
    await expect(there.history.getByRole('row').filter({ hasText: 'Received 1' })).toHaveCount(1);
    const shown = await attachments(other);
    await shown.panel.getByRole('button', { name: 'Show mast.png' }).click();
    const preview = other.page.getByRole('dialog', { name: 'mast.png' });
    await expect(preview.getByRole('img', { name: 'mast.png' })).toHaveJSProperty('naturalWidth', 1);
    await context.close();
  } finally {
    await hub.end();
  }
});
