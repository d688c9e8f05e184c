import { expect, test } from './fixtures/test.ts';
import { Fields } from './pages/fields.ts';

test('an assessment is planned, evidence is asked for, photographed and taken down in an interview, with no network', async ({
  demo,
  page,
}) => {
  test.setTimeout(240_000);
  await demo.becomes('Reyes, Ana');
  await demo.goesOffline();
  await demo.open('/new/assessment');
  const form = new Fields(page, demo.main);
  await form.write('Title', 'Before the rotation, on site');
  await form.choose('Class', 'Class 1');
  await demo.main.getByRole('button', { name: 'Create assessment' }).click();
  const { record } = demo;
  await record.isIn('Allocating resources');
  await expect(record.article.getByText('No sponsor is named.')).toBeVisible();
  const address = new URL(page.url()).pathname.replace('/record/', '/assessment/');

  // Scope by keyboard: a whole domain, then one more process with its instances.
  await page.getByRole('link', { name: 'Open plan' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'No sponsor is named.' }).first()).toBeVisible();
  await page.getByRole('checkbox', { name: 'Service Strategy' }).focus();
  await page.keyboard.press('1');
  await expect(page.getByText('6 processes', { exact: true })).toBeVisible();
  await page.keyboard.press('Space');
  await page.getByRole('checkbox', { name: 'IM Incident Management' }).focus();
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Day shift, Night shift');
  await page.keyboard.press('Control+Enter');
  const scope = page.getByRole('table', { name: 'Processes in scope' });
  await expect(
    scope.getByRole('row', { name: 'IM Incident Management 2 Managed Day shift, Night shift' }),
  ).toBeVisible();
  await expect(scope.getByRole('row')).toHaveCount(2);

  // A session, from the plan.
  await page.getByRole('button', { name: 'Add session' }).click();
  const session = demo.quickCreate.dialog('assessment session');
  const fields = new Fields(page, session);
  await fields.write('Title', 'Desk lead');
  await fields.write('Where', 'Shelter 2');
  await fields.add('Takes part', 'Okafor, Daniel');
  await session.getByRole('combobox', { name: 'Processes' }).fill('IM');
  await page.keyboard.press('Enter');
  await demo.quickCreate.save('assessment session');
  const planned = page.getByRole('table', { name: 'Schedule' }).getByRole('row', { name: /Desk lead/ });
  await expect(planned).toContainText('Okafor, Daniel');

  // Answers of the interview become evidence in one save.
  await planned.getByRole('link', { name: 'Interview sheet' }).click();
  await page.getByRole('textbox', { name: 'Answer to IM-O1' }).fill('Everything is logged at once.');
  await page.getByRole('textbox', { name: 'Answer to PA2.1-O1' }).fill('There are no aims yet.');
  await page.getByRole('button', { name: 'Save 2 answers as evidence' }).click();
  await expect(page.getByRole('button', { name: 'All answers are saved' })).toBeVisible();

  // What is still to be seen, asked for from its cell.
  await page.getByRole('link', { name: 'Evidence', exact: true }).click();
  await page.getByRole('button', { name: 'IM PA 2.2: nothing yet, 0 of 4 outcomes, 0 pieces' }).click();
  const cell = page.getByRole('region', { name: 'Evidence for IM PA 2.2' });
  await cell.getByRole('button', { name: 'Ask for it' }).click();
  const ask = page.getByRole('dialog', { name: 'Ask for evidence: IM PA 2.2' });
  await new Fields(page, ask).write('Title', 'Rules for incident records');
  await new Fields(page, ask).pick('Asked of', 'Okafor, Daniel');
  await ask.getByRole('button', { name: 'Ask for it' }).click();
  await expect(ask).toBeHidden();
  await expect(page.getByRole('button', { name: /^IM PA 2\.2: asked for/ })).toBeVisible();

  // A photo for the chosen cell; a file that does not fit is refused with the reason.
  await page.getByLabel('Files that become evidence').setInputFiles({
    name: 'board.png',
    mimeType: 'image/png',
    buffer: Buffer.from('89504e470d0a1a0a', 'hex'),
  });
  await expect(cell.getByRole('row', { name: /board\.png/ })).toContainText('Received');
  await expect(page.getByRole('button', { name: /^IM PA 2\.2: to be judged/ })).toBeVisible();
  await page.getByLabel('Files that become evidence').setInputFiles({
    name: `${'long '.repeat(60)}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from('x'),
  });
  await expect(page.getByRole('alert')).toContainText('OUT-ATT-003');

  // The letter, on paper with the marking.
  await page.getByRole('link', { name: 'Letter' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'What we ask of Okafor, Daniel' }).first(),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: /Rules for incident records/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print' })).toBeEnabled();

  // Half finished, it is closed and opened again where it stood, with all of it there.
  await demo.open(address.replace('/assessment/', '/record/'));
  await record.act('Cancel assessment', (inputs) => inputs.write('Reason for cancelling', 'The camp moves.'));
  await record.isIn('Cancelled');
  await record.start('Reopen at allocating resources');
  const reopen = record.actionDialog('Reopen at allocating resources');
  await new Fields(page, reopen).write('Reason for reopening', 'We are back.');
  await reopen.getByRole('button', { name: 'Reopen at allocating resources', exact: true }).click();
  await record.isIn('Allocating resources');
  await demo.open(`${address}/evidence`);
  await expect(
    page.getByRole('button', { name: /^IM PA 1\.1: to be judged, 0 of 6 outcomes, 1 piece/ }),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: /^IM PA 2\.2: to be judged, 0 of 4 outcomes, 2 pieces/ }),
  ).toBeVisible();
});
