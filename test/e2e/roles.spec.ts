import { expect, test } from './fixtures/test.ts';
import { Fields } from './pages/fields.ts';

test('one owner of a process: a second is refused, a missing one is told and mended from the page', async ({
  demo,
  page,
}) => {
  await demo.becomes('Reyes, Ana');
  await demo.open('/roles');
  await demo.settled();
  await expect(demo.main.getByText(/Every process and every service in use has one owner/)).toBeVisible();
  const processes = demo.main.getByRole('table', { name: 'Who answers for each process' });
  const incidents = processes.getByRole('row', { name: /^IM / });
  await expect(incidents.getByRole('link', { name: 'Okafor, Daniel' })).toBeVisible();

  await demo.main.getByRole('link', { name: 'Assign role' }).click();
  const form = new Fields(page, demo.main);
  await form.write('Title', 'Second owner of incident management');
  await form.choose('Role', 'Process owner');
  await form.pick('Person', 'Silva, Marta');
  await form.choose('For', 'One process');
  await form.choose('Process', 'Incident Management');
  await demo.main.getByRole('button', { name: 'Create role assignment' }).click();
  await expect(
    demo.main.getByText(/one process owner of IM at a time, and Okafor, Daniel is it/).first(),
  ).toBeVisible();

  await demo.open('/roles');
  const roles = demo.main.getByRole('table', { name: 'Roles and who has them' });
  const owners = roles.getByRole('row', { name: /^Knowledge|^Process owner / });
  await expect(owners).toContainText('Silva, Marta · Knowledge Management');
  await demo.find('Process owner, knowledge management');
  await demo.record.act('End assignment');
  await demo.record.isIn('Ended');

  await demo.open('/roles');
  // Who has the role for the whole unit owns what nobody else does.
  await expect(processes.getByRole('row', { name: /^KM / })).toContainText('Reyes, Ana');
});
