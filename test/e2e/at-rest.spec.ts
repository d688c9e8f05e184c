import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { Fields } from './pages/fields.ts';
import { Workbench } from './pages/workbench.ts';

/** Words that nothing else holds; each is written in one place of the workbench. */
const words = {
  unit: 'Quizzwarben',
  shortName: 'Fjordlumpe',
  requester: 'Ozzelwick',
  title: 'Vroonklaster',
  description: 'Dirrbaumel',
  note: 'Plixhaven',
  draft: 'Gwendlorix',
  filter: 'Snorvelby',
  everywhere: 'Trubbelzack',
  fileName: 'Knaspelund',
  fileText: 'Yssmerode',
  search: 'Wexelbraun',
};

/** Every file below a folder. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Where a text stands, letters in any case: file and form of the text. */
async function placesOf(texts: readonly string[], folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of await filesIn(folder)) {
    const bytes = (await readFile(file)).toString('latin1').toLowerCase();
    for (const text of texts) {
      for (const form of ['utf8', 'utf16le'] as const) {
        const sought = Buffer.from(text.toLowerCase(), form).toString('latin1');
        if (bytes.includes(sought)) found.push(`${text} (${form}) in ${relative(folder, file)}`);
      }
    }
  }
  return found;
}

async function work(page: Page, base: string): Promise<void> {
  const workbench = new Workbench(page, base);
  await workbench.open();
  await workbench.firstRun.createUnit({
    name: `${words.unit} Signal Company`,
    shortName: words.shortName,
    zone: 'Europe/Berlin',
    marking: 'CUI',
    person: 'Alvarez, Maria',
  });
  const fields = await workbench.quickCreate.open('incident');
  await fields.write('Title', `${words.title} is dark`);
  await fields.write('Description', `It smells of ${words.description}.`);
  await fields.create('Requester', 'person', `${words.requester}, Tom`);
  await workbench.quickCreate.save('incident');
  const record = await workbench.find(words.title);
  const panel = await record.openTab('Attachments');
  await panel.getByLabel('Files to attach').setInputFiles([
    {
      name: `${words.fileName}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`${words.fileText}\n`.repeat(5000)),
    },
  ]);
  await expect(page.getByRole('row').filter({ hasText: words.fileName })).toContainText('On this device');
  await record.note(`${words.note} was asked.`);

  const list = await workbench.openList('Incidents', 'All');
  await list.search.fill(words.search);
  await list.hasTotal(0);
  await expect(page).toHaveURL(/\/list\/incident\?s=[\w-]+$/);
  await list.search.fill('');
  await page.getByRole('button', { name: 'Add filter' }).click();
  const adding = page.getByRole('dialog', { name: 'Add filter' });
  await new Fields(page, adding).pick('Column', 'Priority');
  await adding.getByRole('checkbox', { name: '4 Low' }).check();
  await adding.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('button', { name: 'Save filter' }).click();
  const naming = page.getByRole('dialog', { name: 'Save filter' });
  await naming.getByRole('textbox', { name: 'Name' }).fill(words.filter);
  await naming.getByRole('button', { name: 'Save filter' }).click();
  await workbench.open(`/search`);
  await page.getByRole('main').getByRole('searchbox').first().fill(words.everywhere);
  await workbench.open('/new/incident');
  const form = new Fields(page, page.getByRole('form', { name: 'New incident' }));
  await form.text('Title').fill(`${words.draft} again`);
  await page.waitForTimeout(1500);
  await workbench.open('/desk');
  await page.waitForTimeout(1500);
}

test('TRU-201 no word that was written stands in any file of the browser, after real use and a restart', async ({
  baseURL,
}, { project }) => {
  test.setTimeout(120_000);
  const folder = await mkdtemp(join(tmpdir(), 'outpost-profile-'));
  const { launchOptions = {} } = project.use;
  const launch = () =>
    chromium.launchPersistentContext(folder, { ...launchOptions, timezoneId: 'UTC', locale: 'en-US' });
  try {
    const first = await launch();
    await work(await first.newPage(), baseURL ?? '');
    await first.close();
    const again = await launch();
    const workbench = new Workbench(await again.newPage(), baseURL ?? '');
    await workbench.open();
    await workbench.find(words.title);
    await again.close();

    // The search itself finds what is there: names of those who may sign in stand in the clear.
    expect(await placesOf(['Alvarez, Maria'], folder)).not.toEqual([]);
    expect(await placesOf(Object.values(words), folder)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
