import { expect, test } from './fixtures/test.ts';
import { Fields } from './pages/fields.ts';

const title = 'Account for the new liaison';

test('a request from the catalogue is approved by another person, fulfilled task by task, accepted and closed', async ({
  demo,
  page,
}) => {
  // The approver asks for it herself, so that her own approval can be refused.
  await demo.becomes('Reyes, Ana');
  await demo.open('/new/request');
  const form = new Fields(page, page.getByRole('form', { name: 'New service request' }));
  await form.write('Title', title);
  await form.pick('Requester', 'Reyes, Ana');
  const items = form.scope.getByRole('group', { name: 'Items' });
  await items.getByRole('button', { name: 'Add row' }).click();
  await form.pick('Item, row 1', 'New account');
  await form.scope.getByLabel('Number, row 1').fill('1');
  await page.getByRole('button', { name: 'Create service request' }).click();
  const { record } = demo;
  await expect(record.title).toHaveText(title);
  const number = await record.number();

  // Its questions have to be answered before anybody decides.
  await record.start('Submit for approval');
  const submit = record.actionDialog('Submit for approval');
  await new Fields(page, submit).pick('Approver', 'Dawson, Howard');
  await submit.getByRole('button', { name: 'Submit for approval' }).click();
  await expect(submit.getByRole('alert')).toContainText('is not answered');
  await submit.getByRole('button', { name: 'Leave as it is' }).click();

  await record.article.getByRole('button', { name: 'Edit Answers' }).click();
  const answers = record.article.getByRole('group', { name: 'Answers' });
  const given = [
    ['For whom (name, rank)?', 'Keller, Jan, CPT'],
    ['Needed from', '2026-12-01'],
    ['Training certificate on file?', 'yes'],
  ] as const;
  for (const [index, [question, answer]] of given.entries()) {
    await answers.getByRole('button', { name: 'Add row' }).click();
    const row = String(index + 1);
    await answers.getByRole('textbox', { name: `Question, row ${row}` }).fill(question);
    await answers.getByRole('textbox', { name: `Answer, row ${row}` }).fill(answer);
  }
  await record.article.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(answers).toBeHidden();

  // What was typed before the refusal is still there.
  await record.act('Submit for approval', async (fields) => {
    await expect(fields.box('Approver')).toHaveValue('Dawson, Howard');
  });
  await record.isIn('Awaiting approval');
  await expect(record.facts).toContainText('Fulfilment: Paused');

  await record.start('Approve request');
  const own = record.actionDialog('Approve request');
  await own.getByRole('button', { name: 'Approve request' }).click();
  await expect(own.getByRole('alert')).toContainText('asked for it yourself');
  await own.getByRole('button', { name: 'Leave as it is' }).click();
  await record.isIn('Awaiting approval');

  await demo.becomes('Dawson, Howard');
  await record.act('Approve request', async (fields) => {
    await fields.write('Reason for the decision', 'He arrives on Monday.');
  });
  await record.isIn('Approved');

  await demo.becomes('Okafor, Daniel');
  await record.start('Start fulfilment');
  await record.isIn('In fulfilment');
  await expect(record.entry('Approve request → Approved')).toContainText('Dawson, Howard');
  const tasks = await record.openTab('Tasks');
  await expect(tasks.getByRole('row')).toHaveCount(4);
  const steps = await tasks.getByRole('link', { name: /^RTK-/ }).allInnerTexts();
  for (const [index, step] of steps.entries()) {
    await (await record.openTab('Tasks')).getByRole('link', { name: step }).click();
    await expect(record.article).toHaveAttribute('aria-label', `Request task ${step}`);
    await record.act('Complete task');
    await record.isIn('Completed');
    await page.goBack();
    await expect(record.article).toHaveAttribute('aria-label', `Service request ${number}`);
    await record.isIn(index === steps.length - 1 ? 'Fulfilled' : 'In fulfilment');
  }
  await expect(await record.openTab('Items')).toContainText('Fulfilled');

  await demo.becomes('Reyes, Ana');
  await record.act('Accept fulfilment');
  await record.isIn('Closed');
});
