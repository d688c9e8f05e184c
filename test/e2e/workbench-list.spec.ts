import { expect, test } from './fixtures/test.ts';
import { Fields } from './pages/fields.ts';

test('every saved filter holds as many records as its count says', async ({ demo }) => {
  const list = await demo.openList('Incidents');
  const labels = (await list.filters.getByRole('button').allInnerTexts()).map((text) =>
    text.replace(/\s*[\d,]+\s*$/, ''),
  );
  expect(labels).toEqual(expect.arrayContaining(['My work', 'Open', 'Pending', 'Breached', 'All']));
  let records = 0;
  for (const label of labels) {
    const count = await list.countOf(label);
    await list.pick(label);
    await list.hasTotal(count);
    records += count;
  }
  expect(records).toBeGreaterThan(100);
});

test('conditions are built, taken out, saved under a name and kept', async ({ demo, page }) => {
  const list = await demo.openList('Incidents', 'Open');
  const open = await list.countOf('Open');
  await page.getByRole('button', { name: 'Add filter' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add filter' });
  await new Fields(page, dialog).pick('Column', 'Priority');
  await dialog.getByRole('checkbox', { name: '2 High' }).check();
  await dialog.getByRole('button', { name: 'Add filter' }).click();
  const high = await list.total();
  expect(high).toBeGreaterThan(0);
  expect(high).toBeLessThan(open);
  expect(new Set(await list.column('Priority'))).toEqual(new Set(['P2']));

  await page.getByRole('button', { name: 'Save filter' }).click();
  const naming = page.getByRole('dialog', { name: 'Save filter' });
  await naming.getByRole('textbox', { name: 'Name' }).fill('High and open');
  await naming.getByRole('button', { name: 'Save filter' }).click();
  expect(await list.countOf('High and open')).toBe(high);
  await page.reload();
  await list.hasTotal(high);
  expect(await list.countOf('High and open')).toBe(high);

  await page.getByRole('button', { name: /^Take out: Priority/ }).click();
  await list.hasTotal(open);
});

test('headings sort, and columns are chosen, ordered and kept', async ({ demo, page }) => {
  const list = await demo.openList('Incidents', 'All');
  const heading = list.grid.getByRole('columnheader', { name: 'Number' });
  await heading.click();
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  const up = await list.column('Number');
  expect(up).toEqual([...up].sort());
  await heading.click();
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  const down = await list.column('Number');
  expect(down).toEqual([...down].sort().reverse());
  expect(down[0]).not.toBe(up[0]);

  await page.getByRole('button', { name: 'Columns' }).click();
  const chooser = page.getByRole('dialog', { name: 'Columns' });
  await chooser.getByRole('checkbox', { name: 'Requester', exact: true }).check();
  await chooser.getByRole('checkbox', { name: 'Team', exact: true }).uncheck();
  await chooser.getByRole('button', { name: 'Done' }).click();
  await expect(list.grid.getByRole('columnheader', { name: 'Requester' })).toBeAttached();
  await page.reload();
  await expect(list.grid.getByRole('columnheader', { name: 'Requester' })).toBeAttached();
  await expect(list.grid.getByRole('columnheader', { name: 'Team' })).toBeHidden();
});

test('a selection is assigned at once and taken back at once', async ({ demo, page }) => {
  const list = await demo.openList('Incidents', 'Open');
  const numbers = (await list.column('Number')).slice(0, 3);
  for (const number of numbers) await list.grid.getByRole('checkbox', { name: `Select ${number}` }).click();
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  await expect(bar).toContainText('3 selected');
  await bar.getByRole('button', { name: 'Do with all' }).click();
  await page
    .getByRole('menuitem', { name: /^(Assign|Reassign) incident$/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: /: 3 incidents$/ });
  await new Fields(page, dialog).pick('Team', 'Service desk');
  await dialog.getByRole('button', { name: /^(Assign|Reassign) incident$/ }).click();
  await expect(dialog.getByRole('status')).toContainText('3 done');
  await dialog.getByRole('button', { name: 'Undo all' }).click();
  await expect(dialog.getByRole('button', { name: 'Undone' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(dialog).toBeHidden();
});

test('a list is driven by keyboard alone', async ({ demo, page }) => {
  const list = await demo.openList('Incidents', 'Open');
  const numbers = await list.column('Number');
  await list.grid.focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('x');
  await expect(list.row(numbers[1] ?? '')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(demo.record.article).toHaveAttribute('aria-label', `Incident ${numbers[1] ?? ''}`);
  await page.keyboard.press(']');
  await expect(demo.record.article).toHaveAttribute('aria-label', `Incident ${numbers[2] ?? ''}`);
});

test('a record opens beside its list, and Back keeps the place', async ({ demo, page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  const list = await demo.openList('Incidents', 'All');
  const total = await list.total();
  await list.grid.focus();
  await page.keyboard.press('End');
  await expect(list.rows.last()).toHaveAttribute('aria-rowindex', String(total + 1));
  const [number] = (await list.column('Number')).slice(-1);
  await list.openRow(number ?? '');
  await expect(demo.record.article).toHaveAttribute('aria-label', `Incident ${number ?? ''}`);
  await expect(list.grid).toBeVisible();
  await page.goBack();
  await expect(demo.record.article).toBeHidden();
  await expect(list.row(number ?? '')).toBeInViewport();
  await expect(list.filter('All')).toHaveAttribute('aria-current', 'true');
});

test('a card is moved by its menu and by dragging, and refused where the lifecycle does not allow it', async ({
  demo,
  page,
}) => {
  const fields = await demo.quickCreate.open('incident');
  await fields.write('Title', 'Screen flickers');
  await fields.pick('Requester', 'Dawson, Howard');
  await demo.quickCreate.save('incident');
  const list = await demo.openList('Incidents', 'All');
  await list.search.fill('flickers');
  await list.hasTotal(1);
  await page.getByRole('button', { name: 'Board' }).click();
  const lane = (label: string) => page.getByRole('region', { name: new RegExp(`^${label},`) });
  const card = (label: string) => lane(label).getByRole('listitem').filter({ hasText: 'Screen flickers' });
  await expect(card('New')).toBeVisible();

  await card('New').focus();
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: 'In progress' }).click();
  await expect(card('In progress')).toBeVisible();

  const drag = async (from: string, to: string): Promise<void> => {
    await card(from).hover();
    await page.mouse.down();
    await lane(to).hover({ position: { x: 20, y: 10 } });
    await expect(lane(to)).toHaveAttribute('data-allowed', /true|false/);
    await lane(to).hover({ position: { x: 24, y: 14 } });
    await page.mouse.up();
  };
  await drag('In progress', 'Pending');
  const hold = demo.record.actionDialog('Put on hold');
  await new Fields(page, hold).choose('Waiting for', 'Parts');
  await hold.getByRole('button', { name: 'Put on hold' }).click();
  await expect(card('Pending')).toBeVisible();
  await drag('Pending', 'New');
  await expect(card('Pending')).toBeVisible();
});
