import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { passphrase } from './fixtures/passphrase.ts';
import type { Workbench } from './pages/workbench.ts';

const unit = {
  name: '51st Signal Battalion',
  shortName: '51st Sig',
  zone: 'Europe/Berlin',
  marking: 'CUI',
  person: 'Alvarez, Maria',
};

const signIn = (page: Page) => page.getByRole('form', { name: 'Sign in', exact: true });

async function isIn(page: Page, name = unit.person): Promise<void> {
  await expect(page.getByRole('button', { name: `At the desk: ${name}. Change person` })).toBeVisible();
}

async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^At the desk/ }).click();
  await page.getByRole('button', { name: 'Lock this device' }).click();
  await expect(signIn(page)).toBeVisible();
}

/** @returns the recovery code. */
async function begin(workbench: Workbench): Promise<string> {
  await workbench.page.goto('/');
  const code = await workbench.firstRun.createUnit(unit);
  await workbench.page.goto('/accounts');
  return code;
}

test('TRU-140 a PIN opens the locked device until three are wrong; then the passphrase is asked', async ({
  page,
  workbench,
}) => {
  test.setTimeout(120_000);
  await begin(workbench);
  const form = page.getByRole('form', { name: 'PIN for this sitting' });
  await form.getByRole('textbox', { name: 'Your passphrase' }).fill(passphrase);
  await form.getByRole('textbox', { name: 'New PIN' }).fill('1234');
  await form.getByRole('button', { name: 'Set PIN' }).click();
  await expect(page.getByRole('alert')).toContainText('do not count up or down');
  await form.getByRole('textbox', { name: 'New PIN' }).fill('2580');
  await form.getByRole('button', { name: 'Set PIN' }).click();
  await expect(page.getByRole('button', { name: 'Remove PIN' })).toBeVisible();

  const pin = signIn(page).getByRole('textbox', { name: 'PIN' });
  const open = async (text: string) => {
    await pin.fill(text);
    await signIn(page).getByRole('button', { name: 'Sign in' }).click();
  };
  await lock(page);
  // It outlives the page that is locked.
  await page.reload();
  await open('0852');
  await expect(signIn(page).getByRole('alert')).toContainText('Tries that are left: 2');
  await open('2580');
  await isIn(page);

  await lock(page);
  // The passphrase goes on opening it.
  await signIn(page).getByRole('button', { name: 'Use the passphrase' }).click();
  await signIn(page).getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await signIn(page).getByRole('button', { name: 'Sign in' }).click();
  await isIn(page);

  await lock(page);
  for (const left of ['2', '1']) {
    await open('0852');
    await expect(signIn(page).getByRole('alert')).toContainText(`Tries that are left: ${left}`);
  }
  await open('0852');
  await expect(signIn(page).getByRole('alert')).toContainText(
    'No PIN of Alvarez, Maria opens this device now',
  );
  await expect(pin).toBeHidden();
  await page.reload();
  await signIn(page).getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await signIn(page).getByRole('button', { name: 'Sign in' }).click();
  await isIn(page);
});

test('TRU-145 an authenticator is asked for after the passphrase; without it nothing opens but the paper', async ({
  page,
  workbench,
}) => {
  test.setTimeout(120_000);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'usb',
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
    },
  });
  const code = await begin(workbench);
  const form = page.getByRole('form', { name: 'Authenticator' });
  const present = form.getByRole('textbox', { name: 'Passphrase that you have now' });
  await present.fill(passphrase);
  await form.getByRole('button', { name: 'Ask for my authenticator too' }).click();
  await expect(form.getByRole('button', { name: 'Do not ask for it any more' })).toBeVisible();

  const enter = async () => {
    await signIn(page).getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await signIn(page).getByRole('button', { name: 'Sign in' }).click();
  };
  await lock(page);
  await enter();
  await isIn(page);

  // It is lost.
  await lock(page);
  const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
  expect(credentials).toHaveLength(1);
  await devtools.send('WebAuthn.clearCredentials', { authenticatorId });
  await enter();
  await expect(signIn(page).getByRole('alert')).toContainText('asks for an authenticator or a card');
  await signIn(page).getByRole('button', { name: 'Use the recovery code' }).click();
  await signIn(page).getByRole('textbox', { name: 'Recovery code' }).fill(code);
  await signIn(page).getByRole('button', { name: 'Open' }).click();
  const anew = page.getByRole('form', { name: 'Passphrase of an administrator' });
  await anew.getByRole('textbox', { name: 'New passphrase' }).fill(passphrase);
  await anew.getByRole('textbox', { name: 'The same again' }).fill(passphrase);
  await anew.getByRole('button', { name: 'Set passphrase' }).click();
  await isIn(page);
  await lock(page);
  await enter();
  await isIn(page);
});

test('TRU-144 an administrator gives this device a new key, and goes on working', async ({
  page,
  workbench,
}) => {
  test.setTimeout(120_000);
  await begin(workbench);
  await page.getByRole('button', { name: 'New key for this device' }).click();
  await expect(page.getByText('earlier key', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: 'New keys for the whole unit' }).click();
  await expect(page.getByText('All devices of the unit take new keys')).toBeVisible();
  for (let start = 0; start < 2; start += 1) {
    await lock(page);
    await signIn(page).getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await signIn(page).getByRole('button', { name: 'Sign in' }).click();
    await isIn(page);
  }
  // Nothing stands under the keys of before: they are gone.
  await page.goto('/accounts');
  await expect(page.getByRole('button', { name: 'New key for this device' })).toBeVisible();
  await expect(page.getByText('earlier key', { exact: false })).toHaveCount(0);
});
