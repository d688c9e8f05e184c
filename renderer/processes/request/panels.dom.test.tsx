import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { useRecord } from '#renderer/data/data.ts';
import { SlotsContext, useSlots } from '#renderer/record/slots.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { DerivedValues } from '#shared/engine/derive.ts';
import { Desk } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { CataloguePage } from './CataloguePage.tsx';
import { requestSlots } from './slots.ts';

let desk: Desk;
let analyst: Actor;
let approver: Actor;
let user: Actor;
let id: string;

const item = (key: string): string => desk.seed('catalogue-item', `item-${key}`);

beforeEach(() => {
  localStorage.clear();
  desk = Desk.seeded();
  analyst = desk.person('Analyst', 'analyst');
  approver = desk.person('Approver', 'approver');
  user = desk.person('Reyes', 'requester');
});

async function ask(key: string, quantity: number, answered: boolean): Promise<void> {
  const questions = desk.view(item(key)).fields['questions'] as readonly { label: string }[];
  id = await desk.create(analyst, 'request', {
    title: key,
    requester: user.id,
    items: [{ item: item(key), quantity }],
    answers: answered
      ? questions.map(({ label }) => ({ item: item(key), question: label, answer: 'CPT Diaz' }))
      : [],
  });
}

function Slots() {
  const { record, derived } = useRecord(id);
  return record ? <Filled record={record} derived={derived} /> : null;
}

function Filled({ record, derived }: { readonly record: RecordView; readonly derived: DerivedValues }) {
  const { at } = useSlots(record);
  const props = { type: desk.type('request'), record, derived };
  return (
    <>
      {at('aboveFields').map(({ View }, index) => (
        <View key={index} {...props} />
      ))}
      {at('field').map(({ View, field }) => (
        <View key={field} {...props} field={field} />
      ))}
    </>
  );
}

function show(actor: Actor) {
  return showAtDesk(desk, actor, () => (
    <SlotsContext value={requestSlots}>
      <Slots />
    </SlotsContext>
  ));
}

describe('REQ-6 approval', () => {
  test('says that money is missing and offers its release before the approval', async () => {
    await ask('laptop', 2, true);
    await desk.act(analyst, id, 'submit', { approver: approver.id });
    await show(approver);
    const panel = within(screen.getByRole('region', { name: 'Approval' }));
    expect(panel.getByText(/2,800 USD: reaches the limit/)).toBeTruthy();
    expect(panel.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Release money',
      'Reject request',
    ]);
  });

  test('tells the requester why they may not decide', async () => {
    await ask('laptop', 1, true);
    await desk.act(analyst, id, 'submit', { approver: approver.id });
    await show(user);
    const panel = within(screen.getByRole('region', { name: 'Approval' }));
    expect(panel.getByText(/You asked for it yourself/)).toBeTruthy();
    expect(panel.queryByRole('button')).toBeNull();
  });

  test('is not shown where nothing needs it', async () => {
    await ask('radio', 1, true);
    await show(analyst);
    expect(screen.queryByRole('region', { name: 'Approval' })).toBeNull();
  });
});

describe('REQ-10 items', () => {
  test('tasks are completed where they stand, and the bar follows', async () => {
    await ask('radio', 1, true);
    await desk.act(analyst, id, 'startFulfilment');
    await show(analyst);
    const bar = () =>
      screen.getByRole('progressbar', { name: 'Progress of the request' }).getAttribute('aria-valuenow');
    expect(bar()).toBe('0');
    await userEvent.click(screen.getByRole('button', { name: 'Complete task: Check and charge the set' }));
    await settle();
    expect(bar()).toBe('33');
    expect(screen.getByText('1 of 3 tasks')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^Complete task/ })).toHaveLength(2);
  });

  test('the requester sees the item and no tasks', async () => {
    await ask('radio', 1, true);
    await desk.act(analyst, id, 'startFulfilment');
    await show(user);
    expect(within(screen.getByRole('list', { name: 'Items' })).getByText('Radio')).toBeTruthy();
    expect(screen.queryByRole('list', { name: 'Tasks of Radio' })).toBeNull();
  });
});

describe('REQ-2 answers', () => {
  test('open questions are counted, asked one by one, and saved', async () => {
    await ask('laptop', 1, false);
    await show(analyst);
    const person = userEvent.setup();
    expect(screen.getByText('1 question open')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Answer questions' }));
    await person.type(screen.getByRole('textbox', { name: /For whom/ }), 'CPT Diaz');
    await person.click(screen.getByRole('button', { name: 'Save answers' }));
    await settle();
    expect(desk.view(id).fields['answers']).toEqual([
      { item: item('laptop'), question: 'For whom?', answer: 'CPT Diaz' },
    ]);
    expect(screen.queryByText('1 question open')).toBeNull();
  });

  test('Escape leaves and keeps what was typed', async () => {
    await ask('laptop', 1, false);
    await show(analyst);
    const person = userEvent.setup();
    await person.click(screen.getByRole('button', { name: 'Answer questions' }));
    await person.type(screen.getByRole('textbox', { name: /For whom/ }), 'CPT{Escape}');
    expect(screen.getByText('Not saved yet')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Answer questions' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /For whom/ }).value).toBe('CPT');
  });

  test('REQ-3 the requester changes nothing once it is decided on', async () => {
    await ask('laptop', 1, true);
    await desk.act(analyst, id, 'submit', { approver: approver.id });
    await show(user);
    expect(screen.getAllByText('CPT Diaz').length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'Change answers' })).toBeNull();
  });
});

describe('the catalogue', () => {
  test('choosing asks the item’s questions and makes the request for whoever asks', async () => {
    const { address } = await showAtDesk(desk, user, CataloguePage);
    const person = userEvent.setup();
    await person.type(screen.getByRole('searchbox', { name: 'Search the catalogue' }), 'passw');
    await person.click(screen.getByRole('button', { name: 'Ask for Password reset' }));
    await person.click(screen.getByRole('button', { name: 'Create request' }));
    expect(screen.getByText('“Which account or system?” must be answered.')).toBeTruthy();
    expect(desk.all('request')).toEqual([]);
    await person.type(screen.getByRole('textbox', { name: /Which account/ }), 'Mail');
    await person.click(screen.getByRole('button', { name: 'Create request' }));
    await settle();
    const [made] = desk.all('request');
    expect(made?.fields).toMatchObject({
      title: 'Password reset',
      requester: user.id,
      contactType: 'portal',
      items: [{ item: item('password-reset'), quantity: 1 }],
      answers: [{ item: item('password-reset'), question: 'Which account or system?', answer: 'Mail' }],
    });
    expect(address()).toBe(`/record/${made!.id}`);
  });

  test('the desk must say for whom', async () => {
    await showAtDesk(desk, analyst, CataloguePage);
    const person = userEvent.setup();
    await person.click(screen.getByRole('button', { name: 'Ask for Radio' }));
    await person.click(screen.getByRole('button', { name: 'Create request' }));
    expect(screen.getByText('Say who asks for it.')).toBeTruthy();
  });

  test('without any item it says what to do', async () => {
    desk = new Desk();
    await showAtDesk(desk, desk.person('Analyst', 'analyst'), CataloguePage);
    expect(screen.getByText('Nothing is offered yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Create a catalogue item' })).toBeTruthy();
  });
});
