import { expect, test } from './fixtures/test.ts';
import { Fields } from './pages/fields.ts';

test('RED-150 two administrators have a note removed: one asks from the timeline, the other confirms on the audit page', async ({
  demo,
  page,
}) => {
  test.setTimeout(180_000);
  const spill = 'Grid of the alternate site is zanzibarwort seven';
  await demo.becomes('Reyes, Ana');
  await demo.open('/new/assignment');
  const form = new Fields(page, demo.main);
  await form.write('Title', 'Second administrator');
  await form.choose('Role', 'Administrator');
  await form.pick('Person', 'Okafor, Daniel');
  await demo.main.getByRole('button', { name: 'Create role assignment' }).click();
  await expect(demo.record.title).toContainText('Second administrator');

  await demo.find('Relay Hill');
  const url = page.url();
  await demo.record.note(spill);
  const entry = demo.record.entry(spill);
  await entry.hover();
  await entry.getByRole('button', { name: 'Redact…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Redact entries of / });
  await expect(dialog.getByRole('group', { name: 'What goes' })).toContainText(spill);
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(`Because it says ${spill}`);
  await dialog.getByRole('button', { name: 'Ask for redaction' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The reason stays for good');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Higher than the marking of this unit');
  await dialog.getByRole('button', { name: 'Ask for redaction' }).click();
  await expect(dialog).toBeHidden();
  await expect(demo.record.entry('Redaction asked for')).toBeVisible();
  await expect(demo.record.entry(spill)).toBeVisible();

  await demo.open('/audit');
  const orders = page.getByRole('table', { name: 'Redactions, those that wait for an answer first' });
  await expect(orders.getByRole('button', { name: 'Take back' })).toBeVisible();
  await expect(orders.getByRole('button', { name: 'Confirm' })).toHaveCount(0);
  await demo.becomes('Okafor, Daniel');
  await orders.getByRole('button', { name: 'Confirm' }).click();
  await expect(orders).toContainText('Removed on this device.');
  await expect(orders).toContainText('Asked for and confirmed on one device.');
  await page.getByRole('button', { name: 'Verify again from the beginning' }).click();
  await expect(page.getByText(/^All [\d,]+ entries verified, last on /)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('1 entry is redacted by order')).toBeVisible();

  await page.goto(url);
  await expect(demo.record.entry('Redacted: the contents were removed')).toBeVisible();
  await expect(page.getByText('zanzibarwort')).toHaveCount(0);
});
