import { readFile, writeFile } from 'node:fs/promises';
import readExcel from 'read-excel-file/node';
import { expect, test } from './fixtures/test.ts';
import { Workbench } from './pages/workbench.ts';

test('a report is signed, saved as Excel and as a result file, and taken in by another unit, with no network', async ({
  demo,
  page,
  browser,
}, info) => {
  test.setTimeout(240_000);
  await demo.becomes('Reyes, Ana');
  await demo.goesOffline();
  await demo.open('/list/assessment?where=[]');
  await page.getByText('First look at operation and transition').first().click();
  await page.getByRole('link', { name: 'Open report' }).click();
  const cover = page.getByRole('region', { name: 'Title page' });
  await expect(cover.getByText('Nobody signed it yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign as lead assessor' }).click();
  await page.getByRole('button', { name: 'Sign report' }).click();
  await expect(
    cover.getByText(/^Signed by Reyes, Ana as lead assessor on .*Report unchanged\.$/),
  ).toBeVisible();
  await demo.becomes('Dawson, Howard');
  await page.getByRole('button', { name: 'Sign as sponsor' }).click();
  await page.getByRole('button', { name: 'Sign report' }).click();
  await expect(
    cover.getByText(/^Signed by Dawson, Howard as sponsor on .*Report unchanged\.$/),
  ).toBeVisible();

  const save = async (button: string, name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    const path = info.outputPath(name);
    await download.saveAs(path);
    return path;
  };
  const sheets = await readExcel(await save('Save Excel', 'report.xlsx'));
  const lines = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
  expect(sheets).toHaveLength(9);
  // Marking, headings, eleven ratings, marking.
  expect(lines('Ratings')).toHaveLength(14);
  expect(lines('Ratings')[2]?.[7]).toBe('Reyes, Ana');
  expect(lines('Signatures').map(([name]) => name)).toEqual([
    'UNCLASSIFIED',
    'Signed by',
    'Dawson, Howard',
    'Reyes, Ana',
    'UNCLASSIFIED',
  ]);
  const file = await save('Save result file', 'result.json');
  const forged = info.outputPath('forged.json');
  await writeFile(forged, (await readFile(file, 'utf8')).replace('two people only', 'everybody'));

  const context = await browser.newContext();
  const headquarters = new Workbench(await context.newPage());
  const there = headquarters.page;
  await headquarters.open('/');
  await headquarters.firstRun.createUnit({
    name: 'Task Force Headquarters',
    shortName: 'TF HQ',
    zone: 'Europe/Berlin',
    marking: 'UNCLASSIFIED',
    person: 'Berg, Ida',
  });
  await headquarters.goesOffline();
  await headquarters.open('/list/assessment-result');
  await there.getByRole('button', { name: 'Take in a result file' }).first().click();
  const choose = async (button: string, path: string) => {
    const chooser = there.waitForEvent('filechooser');
    await there.getByRole('button', { name: button }).click();
    await (await chooser).setFiles(path);
  };
  await choose('Choose result file', forged);
  await expect(
    there.getByText(/^forged\.json: the signature of .* does not fit the report in it\.$/),
  ).toBeVisible();
  await choose('Choose result file', file);
  await expect(there.getByText('Relations between items are known to two people only').first()).toBeVisible();
  await there.getByRole('button', { name: 'Keep this result' }).click();
  await expect(there.getByRole('heading', { name: /^Result of 71st Signal Company/ })).toBeVisible();
  const kept = there.getByRole('region', { name: 'Title page' });
  await expect(
    kept.getByText(/^Signed by Dawson, Howard as sponsor .* The key is not known here/),
  ).toBeVisible();

  await headquarters.open('/assessment/take-in');
  await choose('Choose result file', file);
  await there.getByRole('button', { name: 'Keep this result' }).click();
  await expect(there.getByRole('heading', { name: /^Result of/ })).toBeVisible();
  await headquarters.open('/list/assessment-result?where=[]');
  await expect(there.getByText('First look at operation and transition')).toHaveCount(1);
  await context.close();
});
