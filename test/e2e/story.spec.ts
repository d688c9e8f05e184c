import { expect, test } from './fixtures/test.ts';
import type { Fields } from './pages/fields.ts';
import type { RecordPage } from './pages/record.ts';
import type { Workbench } from './pages/workbench.ts';

const unit = {
  name: '9th Signal Battalion',
  shortName: '9th Sig',
  zone: 'Europe/Berlin',
  marking: 'CUI',
  person: 'Alvarez, Maria',
};

async function logIncident(workbench: Workbench, title: string, requester: string): Promise<RecordPage> {
  const fields = await workbench.quickCreate.open('incident');
  await fields.write('Title', title);
  await fields.pick('Requester', requester);
  await workbench.quickCreate.save('incident');
  await expect(workbench.messages).toContainText(/Incident INC-\S+ created/);
  return workbench.find(title);
}

const solved = async (fields: Fields): Promise<void> => {
  await fields.pick('Closure code', 'Solved');
  await fields.write('Resolution', 'Reseated the cable and watched it for an hour.');
};

test('a new unit logs its first incident by keyboard and works it to closure against its clock', async ({
  workbench,
  page,
}) => {
  await workbench.open();
  await expect(workbench.firstRun.heading).toBeVisible();
  await workbench.firstRun.createUnit(unit);
  await expect(page.getByText(unit.marking, { exact: true })).toHaveCount(2);
  await expect(page.getByRole('group', { name: 'Time', exact: true })).toContainText(/CES?T.*Z/s);
  await expect(page.getByRole('banner').getByRole('link', { name: unit.shortName })).toBeVisible();

  // By keyboard, with the missing requester made in place.
  const fields = await workbench.quickCreate.open('incident');
  await expect(fields.text('Title')).toBeFocused();
  await page.keyboard.type('Printer of the command post prints nothing');
  await fields.create('Requester', 'person', 'Baker, Tom');
  await workbench.quickCreate.save('incident');
  await expect(workbench.messages).toContainText(/Incident INC-\S+ created/);
  const record = await workbench.find('Printer of the command post prints nothing');
  await record.isIn('New');
  await expect(record.facts).toContainText(/Response: .* left/);
  const number = await record.number();

  // The same again: what is open already is offered while typing.
  const second = await workbench.quickCreate.open('incident');
  await second.write('Title', 'printer prints nothing');
  const known = page.getByRole('complementary', { name: 'Already here' });
  await expect(known.getByRole('link', { name: /Printer of the command post/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(workbench.quickCreate.dialog('incident')).toBeHidden();

  await record.act('Assign incident', async (action) => {
    await action.create('Team', 'team', 'Workshop');
  });
  await record.isIn('Assigned');
  await record.start('Start work');
  await record.isIn('In progress');
  await expect(record.facts).toContainText(/Resolution: .* left/);
  await expect(record.facts).toContainText(unit.person);

  await record.act('Put on hold', async (action) => {
    await action.choose('Waiting for', 'User');
    await action.write('Waiting for what', 'Which printer it is');
  });
  await record.isIn('Pending');
  await expect(record.facts).toContainText('Resolution: Paused');
  await record.start('Resume work');
  await record.isIn('In progress');
  await expect(record.facts).toContainText(/Resolution: .* left/);
  await record.note('Talked to the user; it is the one beside the map board.');

  await record.act('Resolve incident', solved);
  await record.isIn('Resolved');
  expect(await record.offered()).toEqual(
    expect.arrayContaining(['Confirm that service is back', 'Reopen incident']),
  );
  expect(await record.offered()).not.toContain('Start work');

  // The user says so, at the same desk.
  const address = page.url();
  await workbench.giveAccount('Baker, Tom');
  await page.goto(address);
  await workbench.becomes('Baker, Tom');
  await record.act('Confirm that service is back', async (action) => {
    await action.choose('Satisfaction', 'Satisfied');
  });
  await record.isIn('Closed');

  await workbench.becomes(unit.person);
  await expect(record.title).toBeVisible();
  for (const step of [
    'Incident created',
    'Assign incident → Assigned',
    'Start work → In progress',
    'Put on hold → Pending',
    'Resume work → In progress',
    'Talked to the user',
    'Resolve incident → Resolved',
    'Confirm that service is back → Closed',
  ]) {
    await expect(record.entry(step)).toBeVisible();
  }
  await expect(record.entry('Confirm that service is back')).toContainText('Baker, Tom');

  await record.act('Reopen closed incident', async (action) => {
    await action.write('Reason for reopening', 'It stopped again after an hour.');
  });
  await record.isIn('In progress');
  await expect(record.entry('Reopen closed incident')).toContainText('It stopped again after an hour.');
  await page.reload();
  await record.isIn('In progress');
  expect(await record.number()).toBe(number);
});

test('an incident becomes a request and keeps its notes', async ({ demo }) => {
  const incident = await logIncident(demo, 'Wants a second screen for the watch desk', 'Dawson, Howard');
  const number = await incident.number();
  await incident.note('He needs it before the exercise.');
  await incident.act('Convert to service request');
  await incident.isIn('Cancelled');

  await incident.article
    .getByRole('link', { name: /^REQ-|Wants a second screen/ })
    .first()
    .click();
  const request = demo.record;
  await expect(request.article).toHaveAttribute('aria-label', /^Service request REQ-/);
  await expect(request.title).toHaveText('Wants a second screen for the watch desk');
  await expect(request.entry('He needs it before the exercise.')).toBeVisible();
  await expect(
    request.article.getByRole('link', { name: new RegExp(`${number}|Wants a second`) }).first(),
  ).toBeVisible();
});

test('children are resolved with their parent and closed with it', async ({ demo, page }) => {
  const child = await logIncident(demo, 'No dial tone in tent 12', 'Dawson, Howard');
  const childNumber = await child.number();
  const parent = await logIncident(demo, 'Telephone exchange of the camp is down', 'Dawson, Howard');
  const number = await parent.number();
  await parent.article.getByRole('button', { name: 'Relate', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Child incidents' }).click();
  await parent.article.getByRole('button', { name: 'Link incident' }).click();
  await parent.article.getByRole('combobox', { name: 'Incident to link' }).fill('No dial tone');
  await page.getByRole('option', { name: 'No dial tone in tent 12' }).first().click();
  await expect(parent.article.getByRole('tab', { name: /^Child incidents/ })).toContainText('1');

  await parent.act('Resolve incident', solved);
  await parent.isIn('Resolved');
  await demo.find('No dial tone in tent 12');
  await demo.record.isIn('Resolved');
  expect(await demo.record.number()).toBe(childNumber);
  await expect(demo.record.entry(`Parent incident ${number} is resolved`)).toBeVisible();

  await demo.find('Telephone exchange of the camp is down');
  await demo.record.act('Confirm that service is back', async (fields) => {
    await fields.write('The user’s word', 'Called back at 14:20, all lines work.');
  });
  await demo.find('No dial tone in tent 12');
  await demo.record.isIn('Closed');
});

test('a major incident has a manager and updates, and closes after its review only', async ({ demo }) => {
  const record = await logIncident(demo, 'Fibre to the brigade is cut', 'Dawson, Howard');
  await record.act('Declare major incident', async (fields) => {
    await fields.pick('Major incident manager', 'Reyes, Ana');
    await fields.write('Effect on the mission', 'No data to the brigade.');
  });
  await expect(record.entry('Declared a major incident.')).toBeVisible();
  await record.act('Update stakeholders', async (fields) => {
    await fields.write('Last update to stakeholders', 'Splice team is on its way.');
  });
  await expect(record.entry('Splice team is on its way.')).toContainText('Stakeholder update');
  await record.act('Resolve incident', solved);
  await record.isIn('Resolved');

  const action = 'Confirm that service is back';
  await record.start(action);
  const dialog = record.actionDialog(action);
  await dialog.getByRole('textbox', { name: 'The user’s word' }).fill('Brigade confirms by radio.');
  await dialog.getByRole('button', { name: action }).click();
  await expect(dialog.getByRole('alert')).toContainText('its review is not complete');
  await dialog.getByRole('button', { name: 'Leave as it is' }).click();
  await record.isIn('Resolved');

  await record.act('Complete major incident review', async (fields) => {
    await fields.write('What happened', 'A digger cut the fibre.');
    await fields.write('Times that mattered', '10:02 noticed, 11:40 spliced.');
    await fields.write('Lessons', 'Mark buried cables.');
    await fields.write('Actions', 'S6 marks all cables by Friday.');
  });
  await record.act(action, async (fields) => {
    await fields.write('The user’s word', 'Brigade confirms by radio.');
  });
  await record.isIn('Closed');
});
