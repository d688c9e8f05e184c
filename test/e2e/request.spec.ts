import { expect, test } from './fixtures/test.ts';
import { Fields } from './pages/fields.ts';

test('a request from the catalogue is approved by another person, fulfilled task by task, accepted and closed', async ({
  demo,
  page,
}) => {
  // The approver asks for it herself, so that her own approval can be refused.
  await demo.becomes('Reyes, Ana');
  await demo.open('/catalogue');
  const offer = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: 'A network account with mailbox' });
  await offer.getByRole('button').click();
  const order = new Fields(page, page.getByRole('form', { name: 'Your request' }));
  await expect(order.scope.getByRole('list', { name: 'Chosen items' })).toContainText('New account');
  await order.write('For whom (name, rank)?', 'Keller, Jan, CPT');
  await order.choose('Training certificate on file?', 'Yes');
  await order.pick('Requester', 'Reyes, Ana');
  await order.scope.getByRole('button', { name: 'Create request' }).click();
  // One question is open still.
  await expect(order.scope.getByLabel('Needed from')).toHaveAttribute('aria-invalid', 'true');
  await order.scope.getByLabel('Needed from').fill('2026-12-01');
  await order.scope.getByRole('button', { name: 'Create request' }).click();
  const { record } = demo;
  await expect(record.article).toHaveAttribute('aria-label', /^Service request REQ-/);
  const number = await record.number();
  await expect(record.article.getByText('Keller, Jan, CPT').first()).toBeVisible();

  // Nobody approves for themselves, whoever is named.
  await record.start('Submit for approval');
  const submit = record.actionDialog('Submit for approval');
  await new Fields(page, submit).pick('Approver', 'Reyes, Ana');
  await submit.getByRole('button', { name: 'Submit for approval' }).click();
  await expect(submit.getByRole('alert')).toContainText('The approver is the requester');
  await new Fields(page, submit).pick('Approver', 'Dawson, Howard');
  await submit.getByRole('button', { name: 'Leave as it is' }).click();

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
