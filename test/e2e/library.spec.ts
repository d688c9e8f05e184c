import { readFile } from 'node:fs/promises';
import { Fields } from './pages/fields.ts';
import { expect, test } from './fixtures/test.ts';

test('LIB-141 the library is searched, and leads from process to process', async ({ demo, page }) => {
  await demo.open('/library');
  await demo.settled();
  await expect(demo.main.getByText('27 processes in 5 domains')).toBeVisible();
  await demo.main.getByRole('searchbox', { name: 'Search the library' }).fill('chm5');
  await demo.main.getByRole('link', { name: /^ChM5 / }).click();
  await expect(demo.main.getByRole('heading', { level: 1, name: 'Change Management' })).toBeVisible();
  const goesOut = demo.main.getByRole('table', { name: 'Goes out' });
  await goesOut.getByRole('link', { name: 'Eval Change Evaluation' }).click();
  await expect(demo.main.getByRole('heading', { level: 1, name: 'Change Evaluation' })).toBeVisible();
  await expect(demo.main.getByText('The framework names no activities for this process.')).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(demo.main.getByRole('searchbox', { name: 'Search the library' })).toHaveValue('chm5');
});

test('LIB-142 a guide opens from a list, a record and the palette, offline too, and prints', async ({
  demo,
  page,
  context,
}) => {
  await demo.openList('Incidents', 'All');
  await demo.main.getByRole('button', { name: 'Process guide' }).click();
  await expect(demo.main.getByRole('heading', { level: 1, name: 'Incident Management' })).toBeVisible();
  const roles = demo.main.getByRole('table', { name: 'Roles and activities of Incident Management' });
  await expect(roles.getByRole('row', { name: /^IM3 .* I A I R$/ })).toBeVisible();
  await expect(demo.main.getByRole('link', { name: /^Incidents \(\d+ open\)$/ })).toBeVisible();

  await demo.goesOffline();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  await palette.getByRole('combobox', { name: 'Search records and commands' }).fill('guide problem');
  await palette.getByRole('option', { name: 'Guide: Problem Management' }).click();
  await expect(demo.main.getByRole('heading', { level: 1, name: 'Problem Management' })).toBeVisible();
  await demo.main.getByRole('link', { name: 'Print guide' }).click();
  await expect(demo.main.getByRole('button', { name: 'Print', exact: true })).toBeEnabled();
  await expect(
    demo.main.getByRole('heading', { name: 'Problem Management: process guide' }).first(),
  ).toBeVisible();
  await context.setOffline(false);

  await demo.find('Relay Hill is dark');
  await demo.main.getByRole('button', { name: 'Process guide' }).click();
  await expect(demo.main.getByRole('heading', { level: 1, name: 'Incident Management' })).toBeVisible();
});

test('LIB-151 a tailoring is a record, and the guide shows what it changes with its reason', async ({
  demo,
  page,
}) => {
  await demo.open('/library/process/KM');
  await demo.settled();
  await expect(demo.main.getByRole('link', { name: 'Tailor' })).toBeHidden();
  await demo.open('/library/process/IM');
  await demo.settled();
  await demo.main.getByRole('link', { name: 'Tailor' }).click();
  const fields = new Fields(page, demo.main);
  await fields.write('Title', 'Convoys first');
  await expect(demo.main.getByRole('combobox', { name: 'Process' })).toContainText('Incident Management');
  await fields.write('Outcome or local name', 'Convoy commanders are told first');
  await fields.write('Reason', 'Order 12 of the battalion');
  await demo.main.getByRole('button', { name: 'Create tailoring' }).click();
  await demo.record.isIn('Proposed');
  await demo.record.start('Adopt tailoring');
  await demo.record.isIn('In use');
  await demo.open('/library/process/IM');
  const own = demo.main.getByRole('listitem').filter({ hasText: 'IM-L1' });
  await expect(own).toContainText('Convoy commanders are told first');
  await expect(own).toContainText('Added by this unit');
  await own.getByRole('link', { name: 'Order 12 of the battalion' }).click();
  await expect(demo.record.title).toContainText('Convoys first');
});

test('LIB-160 to 173 a model from elsewhere is refused with its faults, imported, read, put in use and assessed by', async ({
  demo,
  page,
}) => {
  test.setTimeout(120_000);
  const example = await readFile('resources/library/iso-20000-1-style.json', 'utf8');
  const faulty = example.replace(/"purpose": "Restores service[^"]*"/, '"purpose": ""');
  await demo.becomes('Reyes, Ana');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  await palette.getByRole('combobox', { name: 'Search records and commands' }).fill('reference models');
  await palette.getByRole('option', { name: 'Reference models: import, open, save' }).click();
  await expect(demo.main.getByRole('heading', { level: 1, name: 'Reference models' })).toBeVisible();
  const input = page.getByLabel('File of a reference model');
  await input.setInputFiles({ name: 'bad.json', mimeType: '', buffer: Buffer.from(faulty) });
  const faults = demo.main.getByRole('table', { name: 'Faults in bad.json' });
  await expect(faults.getByRole('row', { name: 'INC purpose is empty' })).toBeVisible();
  await expect(demo.main.getByRole('link', { name: /^MDL-/ })).toBeHidden();

  const saving = page.waitForEvent('download');
  await demo.main.getByRole('button', { name: 'Save the example' }).click();
  await input.setInputFiles(await (await saving).path());
  await demo.main.getByRole('button', { name: 'Keep this model' }).click();
  const models = demo.main.getByRole('table', { name: 'Reference models' });
  await models.getByRole('link', { name: /^Service management in the style/ }).click();
  await expect(demo.main.getByText('20 processes in 6 domains')).toBeVisible();
  await demo.main.getByRole('searchbox', { name: 'Search the library' }).fill('workarounds');
  await demo.main.getByRole('link', { name: /^PRB-O/ }).click();
  await expect(demo.main.getByRole('heading', { level: 1, name: 'Problem management' })).toBeVisible();
  const goesOut = demo.main.getByRole('table', { name: 'Goes out' });
  await goesOut.getByRole('link', { name: 'INC Incident management' }).click();
  await demo.main.getByRole('link', { name: 'Print guide' }).click();
  await expect(
    demo.main.getByRole('heading', { name: 'Incident management: process guide' }).first(),
  ).toBeVisible();

  await demo.open('/library/models');
  await models.getByRole('link', { name: /^MDL-/ }).click();
  await demo.record.act('Put model in use');
  await demo.record.isIn('In use');

  await demo.open('/new/assessment');
  const form = new Fields(page, demo.main);
  await form.write('Title', 'By the other model');
  await form.choose('Reference model', 'Another, which this unit keeps');
  await form.pick('Kept model', 'Service management in the style of ISO/IEC 20000-1');
  const scope = demo.main.getByRole('group', { name: 'Processes in scope' });
  await scope.getByRole('button', { name: 'Add row' }).click();
  await scope.getByRole('textbox', { name: 'Process, row 1' }).fill('IM');
  await scope.getByRole('textbox', { name: 'Target level, row 1' }).fill('1');
  await demo.main.getByRole('button', { name: 'Create assessment' }).click();
  await expect(demo.main.getByText(/has no process “IM”/).first()).toBeVisible();
  await scope.getByRole('textbox', { name: 'Process, row 1' }).fill('INC');
  await demo.main.getByRole('button', { name: 'Create assessment' }).click();
  await demo.record.isIn('Allocating resources');
  await page.getByRole('link', { name: 'Open workbook' }).click();
  await page.getByRole('group', { name: /^INC-O1: / }).focus();
  await page.keyboard.press('l');
  await expect(page.getByRole('button', { name: /^INC Incident management 1 of/ })).toBeVisible();
});
