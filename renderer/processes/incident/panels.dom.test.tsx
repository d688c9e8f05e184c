import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { useRecord } from '#renderer/data/data.ts';
import { SlotsContext, useSlots } from '#renderer/record/slots.ts';
import { showRecord } from '#renderer/record/page/use-record-page.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { DerivedValues } from '#shared/engine/derive.ts';
import { Desk, hour, minute } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { incidentSlots } from './slots.ts';

let desk: Desk;
let analyst: Actor;
let manager: Actor;
let user: Actor;
let id: string;

beforeEach(async () => {
  localStorage.clear();
  desk = Desk.seeded();
  analyst = desk.person('Analyst', 'analyst');
  manager = desk.person('Morgan', 'majorIncidentManager');
  user = desk.person('Reyes', 'requester');
  id = await desk.create(analyst, 'incident', { title: 'Net is down', requester: user.id });
});

/** The slots of a record as its page puts them. */
function Slots() {
  const { record, derived } = useRecord(id);
  if (!record) return null;
  return <Filled type={desk.type('incident')} record={record} derived={derived} />;
}

interface FilledProps {
  readonly type: RecordType;
  readonly record: RecordView;
  readonly derived: DerivedValues;
}

function Filled(props: FilledProps) {
  const actor = useKnownActor();
  const { at } = useSlots(props.record);
  const shown = showRecord(props.type, props.record, props.derived, actor);
  return [...at('aboveFields'), ...at('tab')].map(({ View }, index) => (
    <View key={index} type={shown.type} record={shown.record} derived={shown.derived} />
  ));
}

function show(actor: Actor) {
  return showAtDesk(desk, actor, () => (
    <SlotsContext value={incidentSlots}>
      <Slots />
    </SlotsContext>
  ));
}

const resolve = (record = id) =>
  desk.act(manager, record, 'resolve', {
    closureCode: desk.seed('closure-code', 'closure-solved'),
    resolution: 'Router replaced.',
  });

const region = (name: string) => screen.getByRole('region', { name });

describe('a plain incident', () => {
  test('shows no panel of a path it is not on', async () => {
    await show(analyst);
    expect(screen.queryByRole('region', { name: 'Major incident' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Security incident' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Is service back?' })).toBeNull();
    expect(
      within(screen.getByRole('table', { name: 'Service level clocks' })).getAllByRole('row'),
    ).toHaveLength(3);
    expect(screen.getByText('No other report of this disturbance is linked yet.')).toBeTruthy();
  });
});

describe('INC-17 a major incident', () => {
  beforeEach(() =>
    desk.act(manager, id, 'declareMajor', {
      majorManager: manager.id,
      nextUpdateDue: desk.now + 20 * minute,
    }),
  );

  test('names its manager, what is promised, and what was told', async () => {
    await show(analyst);
    const panel = within(region('Major incident'));
    expect(panel.getByRole('link', { name: 'Morgan' })).toBeTruthy();
    expect(panel.getByText('in 20 min')).toBeTruthy();
    expect(panel.getByText('Declared a major incident.')).toBeTruthy();
    expect(panel.getByText(/0 of 4 needed parts are written/)).toBeTruthy();
  });

  test('an update is sent and stands on top of the list', async () => {
    const { data } = await show(analyst);
    const person = userEvent.setup();
    const button = screen.getByRole('button', { name: 'Update stakeholders' });
    await person.click(button);
    expect(screen.getByText('Write what stakeholders shall hear.')).toBeTruthy();
    expect(data.commands).toEqual([]);
    await person.type(screen.getByRole('textbox', { name: /Update to stakeholders/ }), 'Radio is up.');
    expect(data.commands).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'In 1 h' }));
    await person.click(button);
    await settle();
    const list = within(screen.getByRole('list', { name: 'Updates to stakeholders, newest first' }));
    expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      expect.stringContaining('Radio is up.'),
      expect.stringContaining('Declared a major incident.'),
    ]);
    expect(desk.view(id).fields['nextUpdateDue']).toBe(desk.now + hour);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Update to stakeholders/ }).value).toBe(
      '',
    );
  });

  test('who may not work on it reads, and has no composer', async () => {
    await show(user);
    expect(region('Major incident')).toBeTruthy();
    expect(screen.queryByRole('form', { name: 'Update stakeholders' })).toBeNull();
  });

  test('INC-15 the word waits for the review', async () => {
    await resolve();
    await show(manager);
    const panel = within(region('Is service back?'));
    expect(panel.queryByRole('button', { name: 'Yes, confirm' })).toBeNull();
    expect(panel.getByText(/complete its review first/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Complete major incident review' })).toBeTruthy();
  });
});

describe('INC-10 the user’s word', () => {
  test('not solved asks why and reopens', async () => {
    await resolve();
    await show(user);
    const person = userEvent.setup();
    await person.click(screen.getByRole('button', { name: 'Not solved, reopen' }));
    const dialog = within(screen.getByRole('dialog'));
    await person.type(dialog.getByRole('textbox', { name: /Reason for reopening/ }), 'Still down.');
    await person.click(dialog.getByRole('button', { name: 'Reopen incident' }));
    await settle();
    expect(desk.view(id)).toMatchObject({ state: 'inProgress', fields: { reopenReason: 'Still down.' } });
  });

  test('the desk is told that it records the requester’s word', async () => {
    await resolve();
    await show(analyst);
    expect(screen.getByText(/You record the requester’s word/)).toBeTruthy();
  });
});

describe('INC-16 a security incident', () => {
  beforeEach(async () => {
    await desk.act(analyst, id, 'start');
    await desk.act(analyst, id, 'markSecurity', { securityCategory: 'malware' });
  });

  test('shows who sees it and that containment is missing', async () => {
    const guard = desk.person('Guard', 'securityAnalyst');
    await show(guard);
    const panel = within(region('Security incident'));
    expect(panel.getByText('Not recorded')).toBeTruthy();
    expect(panel.getByText('Malicious software')).toBeTruthy();
    expect(panel.getByRole('link', { name: 'Guard' })).toBeTruthy();
    expect(panel.getByRole('link', { name: 'Reyes' })).toBeTruthy();
  });

  test('the requester does not learn how it is handled', async () => {
    await desk.edit(desk.person('Guard', 'securityAnalyst'), id, { containment: 'Port shut.' });
    await show(user);
    const panel = within(region('Security incident'));
    expect(panel.queryByText('Malicious software')).toBeNull();
    expect(screen.queryByText('Port shut.')).toBeNull();
    expect(panel.getByText(/seen by security analysts/)).toBeTruthy();
  });
});

describe('INC-12 parent and children', () => {
  test('lists children with their state and what resolving does', async () => {
    await desk.create(analyst, 'incident', { title: 'Also down', requester: user.id, parent: id });
    const done = await desk.create(analyst, 'incident', {
      title: 'Was down',
      requester: user.id,
      parent: id,
    });
    await resolve(done);
    await show(analyst);
    const children = within(screen.getByRole('list', { name: 'Child incidents' })).getAllByRole('listitem');
    expect(children.map((child) => child.textContent)).toEqual([
      expect.stringMatching(/Also down.*New/),
      expect.stringMatching(/Was down.*Resolved/),
    ]);
    expect(screen.getAllByText('Resolving this incident resolves its open child with it.')).toHaveLength(2);
    const link = screen.getByRole('link', { name: 'Log a child incident' });
    expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain(id);
  });

  test('a child links its parent', async () => {
    const parent = desk.view(id).number;
    id = await desk.create(analyst, 'incident', { title: 'Also down', requester: user.id, parent: id });
    await show(analyst);
    expect(screen.getAllByRole('link', { name: parent }).length).toBeGreaterThan(0);
    expect(screen.getByText(/resolved together with its parent/)).toBeTruthy();
  });
});

test('INC-19 a converted incident links the request it became', async () => {
  await desk.act(analyst, id, 'convertToRequest');
  await show(analyst);
  const [request] = desk.all('request');
  expect(screen.getByRole('link', { name: request!.number }).getAttribute('href')).toBe(
    `/record/${request!.id}`,
  );
  expect(screen.getByText(/goes on as/)).toBeTruthy();
});
