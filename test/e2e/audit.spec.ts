import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from './fixtures/test.ts';

test('the audit verifies the log, finds who did what, and tells an altered export from a true one', async ({
  demo,
  page,
}, info) => {
  await demo.open('/audit');
  const table = page.getByRole('table', { name: 'Entries, newest arrivals first' });
  await expect(table.getByRole('row').nth(100)).toBeVisible();
  await page.getByRole('button', { name: 'Verify again from the beginning' }).click();
  await expect(page.getByText(/^All [\d,]+ entries verified, last on /)).toBeVisible({ timeout: 20_000 });

  const filter = page.getByRole('form', { name: 'Filter' });
  await filter.getByRole('searchbox', { name: 'Text' }).fill('relay hill');
  await expect(table.getByRole('link', { name: /^INC-/ }).first()).toBeVisible();
  await expect(table).not.toContainText('SRQ-');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export signed file' }).click();
  const path = info.outputPath('audit.json');
  await (await download).saveAs(path);
  const check = async (file: string) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open file' }).click();
    await (await chooser).setFiles(file);
  };
  await check(path);
  await expect(page.getByText('audit.json is unaltered')).toBeVisible();
  await expect(page.getByText('Signed by this device')).toBeVisible();
  const forged = info.outputPath('forged.json');
  await writeFile(forged, (await readFile(path, 'utf8')).replace(/Relay Hill/, 'Relay Hall'));
  await check(forged);
  await expect(page.getByText('forged.json was altered after it was signed')).toBeVisible();
});
