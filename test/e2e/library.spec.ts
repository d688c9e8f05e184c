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
