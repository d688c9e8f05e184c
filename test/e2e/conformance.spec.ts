import { expect, test } from './fixtures/test.ts';
import { Fields } from './pages/fields.ts';

test('a year of conformance is opened, stated, accepted and reported, with no network', async ({
  demo,
  page,
}) => {
  test.setTimeout(240_000);
  const year = String(new Date().getUTCFullYear());
  const { record, main } = demo;
  const row = (name: string) => main.getByRole('row', { name: new RegExp(`^${name}`) });
  const register = async () => {
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Conformance register' })
      .click();
    await expect(main.getByRole('heading', { name: 'Conformance register' })).toBeVisible();
  };
  await demo.becomes('Reyes, Ana');
  await demo.goesOffline();

  await register();
  await row('Video conferencing').getByRole('link', { name: 'Set type and phase of the service' }).click();
  await record.choose('Service type', 'Service for a single component');
  await record.choose('Phase', 'Phase 1');
  await expect(record.article.getByText('Service for a single component, phase 1.')).toBeVisible();

  await register();
  await main.getByRole('button', { name: 'Open a year' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open a year of conformance' });
  await new Fields(page, dialog).choose('Year', year);
  await expect(dialog.getByRole('status')).toContainText('2 drafts are made, 1 with the texts');
  await dialog.getByRole('button', { name: `Open ${year}` }).click();
  await expect(dialog).toBeHidden();

  await demo.becomes('Okafor, Daniel');
  await row('Video conferencing').getByRole('link', { name: 'Say whether it conforms' }).click();
  await record.start('Submit statement');
  const submit = record.actionDialog('Submit statement');
  await new Fields(page, submit).choose('Services and processes', 'Does not conform');
  await submit.getByRole('button', { name: 'Submit statement', exact: true }).click();
  await expect(
    submit.getByText(/table 1 asks for it in phase 1 of services for a single component/).first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await record.choose('Services and processes', 'Does not conform');
  await record.edit('What the framework tells for measuring and planning of one’s own', 'Looked through.');
  await record.edit('Improvement of the framework that would be conformed to', 'An example for rooms.');
  await record.act('Submit statement');
  await record.isIn('Submitted');

  await demo.becomes('Reyes, Ana');
  await record.start('Accept statement');
  await record.isIn('Accepted');

  await register();
  await main.getByRole('link', { name: /^Exception ends or ended/ }).click();
  await row('Tactical radio net').getByRole('link', { name: 'Renew the exception' }).click();
  await record.start('Ask for renewal');
  await expect(record.article.getByText(/Renewed by CFX/)).toBeVisible();

  await register();
  await main
    .getByRole('link', { name: `Report ${year}` })
    .first()
    .click();
  await expect(main.getByRole('table', { name: 'Parts of the statements' })).toContainText(
    'An example for rooms.',
  );
  await expect(main.getByRole('table', { name: 'Exceptions' })).toContainText(
    'Ended, does not count any more',
  );
  await expect(main.getByRole('table', { name: 'Measures' })).toContainText(
    'Level 1, the lowest of IM 2, RF 1.',
  );
  const saved = page.waitForEvent('download');
  await main.getByRole('button', { name: 'Save as Excel' }).click();
  expect((await saved).suggestedFilename()).toBe(`Conformance ${year} UNCLASSIFIED.xlsx`);

  await main.getByRole('link', { name: /^CFY/ }).first().click();
  await record.start('Close with report');
  const close = record.actionDialog('Close with report');
  await new Fields(page, close).write('Summary', 'All but one were looked at.');
  await close.getByRole('button', { name: 'Close with report', exact: true }).click();
  await expect(close.getByText(/not accepted yet/)).toBeVisible();
  await new Fields(page, close).write('Why statements are missing', 'The telephone is being moved.');
  await close.getByRole('button', { name: 'Close with report', exact: true }).click();
  await record.isIn('Reported');
});
