import { expect, test } from './fixtures/test.ts';
import { ConflictsPage, SyncPage } from './pages/sync.ts';

test('a laptop without a hub is told what one is, and what its form lacks', async ({ demo, page }) => {
  const sync = new SyncPage(page);
  await demo.settled();
  await sync.open();
  await expect(page.getByText('Connected to no hub')).toBeVisible();
  await sync.connect({ address: 'hub.example:4790', code: 'K7Q2', link: 'Thin link' });
  await expect(sync.form.getByRole('textbox', { name: 'One-time code' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await page.goBack();
  await sync.open();
  await expect(sync.form.getByRole('textbox', { name: 'Address of the hub' })).toHaveValue(
    'hub.example:4790',
  );
});

test('the inbox says what conflicts are while there is none', async ({ demo, page }) => {
  await demo.settled();
  await new ConflictsPage(page).open();
  await expect(page.getByText('No conflicts', { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: /^Overtaken actions/ }).click();
  await expect(page.getByText('No overtaken actions')).toBeVisible();
});
