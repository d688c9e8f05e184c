import { expect, test } from './fixtures/test.ts';
import { Fields } from './pages/fields.ts';

test('the palette finds records and commands, and goes there', async ({ demo, page }) => {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  const input = palette.getByRole('combobox', { name: 'Search records and commands' });
  await expect(input).toBeFocused();
  await page.keyboard.type('handover');
  await expect(palette.getByRole('option').first()).toContainText('handover');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Shift handover' })).toBeVisible();
  const record = await demo.find('Relay Hill is dark');
  await expect(record.article).toHaveAttribute('aria-label', /^Incident INC-/);
});

test('the search marks what it found and filters by type, progress and date', async ({ demo, page }) => {
  await demo.open('/search');
  await page.getByRole('searchbox', { name: 'Words' }).fill('printer');
  const found = page.getByRole('list', { name: 'Records found' });
  await expect(found.getByRole('listitem').first()).toBeVisible();
  await expect(page.getByText(/^\d+ records? found\.$/)).toBeVisible();
  const all = await found.getByRole('listitem').count();
  const marked = await found.locator('mark').allInnerTexts();
  expect(new Set(marked.map((word) => word.toLowerCase()))).toEqual(new Set(['printer']));

  const filters = new Fields(page, page.getByRole('group', { name: 'Filters' }));
  await filters.choose('Type', 'Incidents');
  await expect.poll(() => found.getByRole('listitem').count()).toBeLessThan(all);
  for (const text of await found.getByRole('listitem').allInnerTexts()) expect(text).toContain('INC-');
  const incidents = await found.getByRole('listitem').count();
  await filters.choose('Progress', 'Open');
  await expect.poll(() => found.getByRole('listitem').count()).toBeLessThan(incidents);

  await page.reload();
  await expect(page.getByRole('searchbox', { name: 'Words' })).toHaveValue('printer');
  await expect(filters.box('Type')).toContainText('Incidents');
  await page.getByRole('searchbox', { name: 'Words' }).fill('zzqx');
  await expect(page.getByText('Nothing found')).toBeVisible();
});

test('a change is found while it is new: a field edited here is searchable at once', async ({
  demo,
  page,
}) => {
  const record = await demo.find('Relay Hill is dark');
  await record.edit('Symptom', 'quartzophone hums');
  await demo.open('/search?q=quartzophone');
  await expect(page.getByRole('list', { name: 'Records found' }).getByRole('listitem')).toHaveCount(1);
});

test('edits and actions are undone', async ({ demo, page }) => {
  const list = await demo.openList('Incidents', 'Unassigned');
  await list.rows.first().getByRole('link').click();
  const { record } = demo;
  // On its own, the timeline stands beside the fields.
  await record.article.getByRole('button', { name: 'Open full' }).click();
  await expect(record.timeline).toBeVisible();
  const before = (await record.actions.textContent()) ?? '';
  await record.edit('Symptom', 'Blinks twice');
  await expect(record.article.getByText('Blinks twice').first()).toBeVisible();
  await record.title.click();
  await page.keyboard.press('Control+z');
  await expect(demo.messages).toContainText(/Undone: .* saved/);
  await expect(record.entry('Changed')).toContainText('Taken back');

  await record.start('Start work');
  await record.isIn('In progress');
  await demo.messages
    .getByRole('listitem')
    .filter({ hasText: 'Start work' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(record.facts).not.toContainText('In progress');
  await expect(record.actions).toHaveText(before);
});

test('the keyboard sheet opens on ?, and help on every page speaks of that page', async ({ demo, page }) => {
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Search and run commands')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  for (const [path, words] of [
    ['/', /desk/i],
    ['/list/incident', /Incident Management/],
    ['/board/incident', /Incident Management/],
    ['/new/request', /Request Fulfillment/],
    ['/process/IM', /Incident Management/],
    ['/handover', /handover/i],
    ['/search', /search/i],
    ['/import', /import/i],
    ['/settings', /settings/i],
  ] as const) {
    await demo.open(path);
    await page.getByRole('button', { name: 'Help on this page' }).click();
    const help = page.getByRole('complementary', { name: 'Help' });
    await expect(help).toContainText(words);
    expect((await help.innerText()).length, path).toBeGreaterThan(120);
  }
});
