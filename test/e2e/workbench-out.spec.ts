import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import readExcel from 'read-excel-file/node';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { Fields } from './pages/fields.ts';

const formula = '=HYPERLINK("http://example.invalid","open me")';

async function exportList(page: Page, format: 'CSV' | 'Excel'): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: /^Export / });
  if (format === 'Excel') await new Fields(page, dialog).choose('Format', 'Excel');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save file' }).click(),
  ]);
  await expect(dialog).toBeHidden();
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('a whole list goes out as CSV and Excel, and a formula in a title stays a text', async ({
  demo,
  page,
}) => {
  const fields = await demo.quickCreate.open('incident');
  await fields.write('Title', formula);
  await fields.pick('Requester', 'Dawson, Howard');
  await demo.quickCreate.save('incident');
  const list = await demo.openList('Incidents', 'All');
  const total = await list.total();
  expect(total).toBeGreaterThan(100);

  const csv = await exportList(page, 'CSV');
  expect(csv.name).toMatch(/^Incidents .*\.csv$/);
  const parsed = Papa.parse<Record<string, string>>(csv.bytes.toString('utf8').replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(parsed.errors).toEqual([]);
  expect(parsed.data).toHaveLength(total);
  expect(parsed.data.map((row) => row['Title'])).toContain(`'${formula}`);
  expect(Object.values(parsed.data[0] ?? {}).join()).toContain('INC-');

  const excel = await exportList(page, 'Excel');
  expect(excel.name).toMatch(/^Incidents .*\.xlsx$/);
  const [sheet] = await readExcel(excel.bytes);
  const rows = sheet?.data ?? [];
  const title = (rows[0] ?? []).indexOf('Title');
  expect(rows).toHaveLength(total + 1);
  const texts = rows.map((row) => String(row[title]));
  expect(texts.some((text) => text.includes('HYPERLINK') && /^'?=/.test(text))).toBe(true);
});

for (const [what, path] of [
  ['list', '/print/list/incident'],
  ['handover report', '/handover'],
  ['permission matrix', '/permissions'],
] as const) {
  test(`the print of a ${what} has the marking and says how recent it is`, async ({ demo, page }) => {
    await demo.open(path);
    await isPrintable(page);
  });
}

test('the print of a record has the marking and says how recent it is', async ({ demo, page }) => {
  const record = await demo.find('Relay Hill is dark');
  await record.article.getByRole('button', { name: 'Print or save as PDF' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: /Relay Hill|Incident INC-/ }).first(),
  ).toBeVisible();
  await isPrintable(page);
});

async function isPrintable(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeEnabled();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/Data as of .*Z/).first()).toBeVisible();
  // The browser writes what the margin boxes of the page say on every sheet.
  const rules = (await page.locator('style').allTextContents()).join('\n');
  const paper = rules.slice(rules.indexOf('@page'));
  expect(paper).toMatch(/@top-center \{ content: "UNCLASSIFIED"/);
  expect(paper).toMatch(/@bottom-center \{ content: "UNCLASSIFIED"/);
  expect(paper).toMatch(/"Page " counter\(page\)/);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeHidden();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.length).toBeGreaterThan(5_000);
}
