import { expect, test } from './fixtures/test.ts';
import { Fields } from './pages/fields.ts';

test('an assessment is planned, rated blind by two assessors, agreed on and reported, with no network', async ({
  demo,
  page,
}) => {
  test.setTimeout(240_000);
  await demo.becomes('Reyes, Ana');
  await demo.goesOffline();
  await demo.open('/new/assessment');
  const form = new Fields(page, demo.main);
  await form.write('Title', 'Incident management of the company');
  await form.write('Purpose', 'Where to improve before the rotation.');
  await form.pick('Sponsor', 'Dawson, Howard');
  await form.add('Assessors', 'Reyes, Ana');
  await form.add('Assessors', 'Silva, Marta');
  const scope = demo.main.getByRole('group', { name: 'Processes in scope' });
  await scope.getByRole('button', { name: 'Add row' }).click();
  await scope.getByRole('textbox', { name: 'Process, row 1' }).fill('IM');
  await scope.getByRole('textbox', { name: 'Target level, row 1' }).fill('2');
  await demo.main.getByRole('button', { name: 'Create assessment' }).click();
  const record = demo.record;
  await record.isIn('Allocating resources');
  const address = new URL(page.url()).pathname;

  await record.start('Resources allocated');
  await record.isIn('Reference model');
  await record.start('Reference model settled');
  await record.isIn('Mapping processes');
  await record.act('Local processes mapped');
  await record.isIn('Scoping');
  await record.start('Scope documented');
  await record.isIn('Purpose and participants');
  await record.act('Purpose settled');
  await record.isIn('Planning');
  await record.start('Approve plan');
  const refusal = record.actionDialog('Approve plan');
  await new Fields(page, refusal).write('From', '2026-12-01');
  await new Fields(page, refusal).write('Until', '2026-12-03');
  await new Fields(page, refusal).write('Plan', 'Two days of documents and interviews, one of rating.');
  await refusal.getByRole('button', { name: 'Approve plan', exact: true }).click();
  await expect(refusal.getByText(/because you lead it/)).toBeVisible();
  await page.keyboard.press('Escape');

  await demo.becomes('Dawson, Howard');
  await record.act('Approve plan', async (fields) => {
    await fields.write('From', '2026-12-01');
    await fields.write('Until', '2026-12-03');
    await fields.write('Plan', 'Two days of documents and interviews, one of rating.');
  });
  await record.isIn('Evidence needed');

  await demo.becomes('Silva, Marta');
  await page.getByRole('link', { name: 'Open workbook' }).click();
  const line = (code: string) => page.getByRole('group', { name: new RegExp(`^${code}: `) });
  await line('IM-O1').focus();
  for (const key of ['f', 'f', 'l', 'f', 'f', 'f']) await page.keyboard.press(key);
  await expect(page.getByRole('button', { name: /^IM Incident Management 6 of/ })).toBeVisible();

  await demo.becomes('Reyes, Ana');
  await expect(page.getByRole('button', { name: /^IM Incident Management 0 of/ })).toBeVisible();
  await expect(line('IM-O3').getByRole('radio', { name: 'Largely achieved' })).not.toBeChecked();
  await line('IM-O1').focus();
  for (const key of ['f', 'f', 'p', 'f', 'f', 'f']) await page.keyboard.press(key);
  await line('IM-O3').getByRole('radio', { name: 'Partially achieved' }).focus();
  const comment = page.getByRole('textbox', { name: 'Comment' });
  await comment.fill('Priority is often left as it comes.');
  await comment.blur();
  await expect(page.getByRole('button', { name: /^IM Incident Management 6 of/ })).toBeVisible();

  await demo.open(address);
  await record.start('Needs identified');
  await record.isIn('Evidence sources');
  await record.act('Sources identified');
  await record.isIn('Document review');
  await record.start('Documents reviewed');
  await record.isIn('Interviews');
  await record.start('Evidence validated');
  await record.isIn('Rating');
  await record.act('Open ratings for consensus');
  await record.isIn('Consensus');
  await page.getByRole('link', { name: 'Open workbook' }).click();
  await expect(line('IM-O3')).toContainText('1 step apart');
  await page.getByRole('button', { name: 'Agree on 5 lines where all say the same' }).click();
  await line('IM-O3').focus();
  await expect(page.getByText('Priority is often left as it comes.')).toBeVisible();
  await page.keyboard.press('l');
  await expect(page.getByRole('button', { name: /^IM Incident Management 6 of/ })).toBeVisible();

  await page.getByRole('link', { name: 'Result', exact: true }).click();
  const profile = page.getByRole('table', { name: 'Capability profile' });
  await expect(
    profile.getByRole('row', { name: /^IM Incident Management ≥ 1 of 2 Performed/ }),
  ).toBeVisible();
  await expect(page.getByText('Level 1, Performed: PA 2.1 is not rated.')).toBeVisible();
  await expect(page.getByText(/^Provisional: 6 of \d+ lines are agreed on\./)).toBeVisible();
});
