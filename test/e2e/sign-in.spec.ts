import { expect, test } from './fixtures/test.ts';
import { passphrase } from './fixtures/passphrase.ts';
import { Fields } from './pages/fields.ts';

const unit = {
  name: '51st Signal Battalion',
  shortName: '51st Sig',
  zone: 'Europe/Berlin',
  marking: 'CUI',
  person: 'Alvarez, Maria',
};

test('a device is locked and opened, by passphrase, by recovery code, and by another person’s account', async ({
  page,
  workbench,
}) => {
  test.setTimeout(120_000);
  await page.goto('/');
  const { form } = workbench.firstRun;
  await form.getByRole('textbox', { name: 'Your passphrase' }).fill('short');
  await form.getByRole('button', { name: 'Create unit' }).click();
  await expect(form.getByRole('alert')).toContainText('Take 12 characters or more');
  const code = await workbench.firstRun.createUnit(unit);

  const signIn = page.getByRole('form', { name: 'Sign in', exact: true });
  const lock = async () => {
    await page.getByRole('button', { name: /^At the desk/ }).click();
    await page.getByRole('button', { name: 'Lock this device' }).click();
    await expect(signIn).toBeVisible();
  };
  const isIn = (name: string) =>
    expect(page.getByRole('button', { name: `At the desk: ${name}. Change person` })).toBeVisible();

  // The keys outlive a reload.
  await page.reload();
  await isIn(unit.person);
  await lock();
  await expect(page.getByText('CUI').first()).toBeVisible();
  await signIn.getByRole('textbox', { name: 'Passphrase' }).fill('not hers at all');
  await signIn.getByRole('button', { name: 'Sign in' }).click();
  await expect(signIn.getByRole('alert')).toContainText('This is not the passphrase of Alvarez, Maria.');
  await signIn.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await signIn.getByRole('button', { name: 'Sign in' }).click();
  await isIn(unit.person);

  // Another person gets an account, and opens the device.
  await page.goto('/new/person');
  await new Fields(page, page.getByRole('form', { name: 'New person' })).text('Name').fill('Baker, Tom');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Baker, Tom' })).toBeVisible();
  await workbench.giveAccount('Baker, Tom');
  await lock();
  await signIn.getByRole('combobox', { name: 'Name' }).click();
  await page.getByRole('option', { name: 'Baker, Tom' }).click();
  await signIn.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await signIn.getByRole('button', { name: 'Sign in' }).click();
  await isIn('Baker, Tom');
  // Who may not change accounts is offered nothing to change them with.
  await page.goto('/accounts');
  await expect(page.getByRole('cell', { name: 'Account' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add account' })).toBeHidden();

  // Nobody remembers anything: the paper opens it.
  await lock();
  await signIn.getByRole('button', { name: 'Use the recovery code' }).click();
  await signIn.getByRole('textbox', { name: 'Recovery code' }).fill(code);
  await signIn.getByRole('button', { name: 'Open' }).click();
  const anew = page.getByRole('form', { name: 'Passphrase of an administrator' });
  await anew.getByRole('textbox', { name: 'New passphrase' }).fill('quite another thing');
  await anew.getByRole('textbox', { name: 'The same again' }).fill('quite another thing');
  await anew.getByRole('button', { name: 'Set passphrase' }).click();
  await isIn(unit.person);
  await lock();
  await signIn.getByRole('combobox', { name: 'Name' }).click();
  await page.getByRole('option', { name: unit.person }).click();
  await signIn.getByRole('textbox', { name: 'Passphrase' }).fill('quite another thing');
  await signIn.getByRole('button', { name: 'Sign in' }).click();
  await isIn(unit.person);
});
