import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../definition/permission.ts';
import type { FieldValues } from '../../definition/values.ts';
import { requestSight } from './rights.ts';
import { day, Desk, hour, monday } from '#test/support/desk.ts';

let desk: Desk;
let user: Actor;
let analyst: Actor;
let approver: Actor;
let owner: Actor;

beforeEach(() => {
  desk = Desk.seeded();
  user = desk.person('User', 'requester');
  analyst = desk.person('Analyst', 'analyst');
  approver = desk.person('Approver', 'approver');
  owner = desk.person('Owner', 'processOwner');
});

const item = (key: string): string => desk.seed('catalogue-item', `item-${key}`);

function ask(key: string, quantity = 1, fields: FieldValues = {}): Promise<string> {
  const questions = desk.view(item(key)).fields['questions'] as readonly { label: string }[];
  return desk.create(analyst, 'request', {
    title: key,
    requester: user.id,
    items: [{ item: item(key), quantity }],
    answers: questions.map(({ label }) => ({ item: item(key), question: label, answer: 'yes' })),
    ...fields,
  });
}

async function approved(key: string, quantity = 1): Promise<string> {
  const id = await ask(key, quantity);
  await desk.act(analyst, id, 'submit', { approver: approver.id });
  await desk.act(approver, id, 'approve');
  return id;
}

const states = (type: string) => desk.all(type).map((record) => record.state);

describe('checking and deciding', () => {
  test('REQ-1 priority follows from impact and urgency', async () => {
    expect(desk.derived(await ask('radio', 1, { urgency: '1' }))['priority']).toBe('3');
  });

  test('REQ-2 questions that must be answered are answered first', async () => {
    const id = await ask('password-reset', 1, { answers: [] });
    expect(await desk.refusal(analyst, id, 'startFulfilment')).toContain('Which account or system?');
    const laptop = await ask('laptop', 1, { answers: [{ question: 'For whom?', answer: ' ' }] });
    expect(await desk.refusal(analyst, laptop, 'submit', { approver: approver.id })).toContain('For whom?');
    await desk.edit(analyst, laptop, { answers: [{ question: 'For whom?', answer: 'CPT Reyes' }] });
    expect((await desk.act(analyst, laptop, 'submit', { approver: approver.id })).state).toBe(
      'awaitingApproval',
    );
  });

  test('REQ-3 a requester changes their request only while it is new', async () => {
    const id = await ask('laptop');
    await desk.edit(user, id, { neededBy: '2026-11-20' });
    await desk.act(user, id, 'submit', { approver: approver.id });
    const problems = await desk.try(user, { kind: 'edit', record: id, fields: { neededBy: '2026-11-21' } });
    expect(problems).toMatchObject([{ code: 'OUT-PER-001' }]);
  });

  test('REQ-4 the fulfilment clock pauses while somebody decides', async () => {
    const id = await ask('laptop');
    expect(desk.derived(id)['resolutionDue']).toBe(monday + 10 * day);
    desk.now += hour;
    await desk.act(analyst, id, 'submit', { approver: approver.id });
    expect(desk.derived(id)).toMatchObject({ resolutionState: 'paused', responseState: 'met' });
    desk.now += 2 * day;
    await desk.act(approver, id, 'approve');
    expect(desk.derived(id)).toMatchObject({ resolutionDue: monday + 12 * day, approvalTime: 2 * day });
  });

  test('REQ-5 an item that needs approval is not started without', async () => {
    const id = await ask('laptop');
    expect(desk.derived(id)['needsApproval']).toBe(true);
    expect(await desk.refusal(analyst, id, 'startFulfilment')).toContain('needs approval first');
    expect(desk.derived(await ask('radio'))['needsApproval']).toBe(false);
  });

  test('REQ-6 nobody decides on a request of their own or for them', async () => {
    const id = await ask('laptop', 1, { requester: approver.id });
    expect(await desk.refusal(analyst, id, 'submit', { approver: approver.id })).toContain(
      'approver is the requester',
    );
    await desk.act(analyst, id, 'submit', { approver: owner.id });
    expect(await desk.refusal(approver, id, 'approve')).toContain('OUT-PER-004');
    expect(await desk.refusal(approver, id, 'reject', { rejectReason: 'No.' })).toContain('OUT-PER-004');
    const forThem = await ask('laptop', 1, { onBehalfOf: approver.id });
    await desk.act(analyst, forThem, 'submit', { approver: owner.id });
    expect(await desk.refusal(approver, forThem, 'approve')).toContain('OUT-PER-004');
  });

  test('REQ-6 the named approver decides without a role, others do not', async () => {
    const id = await ask('laptop');
    const chief = desk.person('Chief', 'requester');
    await desk.act(analyst, id, 'submit', { approver: chief.id });
    expect(await desk.refusal(analyst, id, 'approve')).toContain('OUT-PER-001');
    expect((await desk.act(chief, id, 'approve', { approvalNote: 'Needed.' })).state).toBe('approved');
  });

  test('REQ-6 an approval holds for the items as they stood', async () => {
    const id = await approved('laptop');
    await desk.edit(analyst, id, { items: [{ item: item('laptop'), quantity: 3 }] });
    expect(await desk.refusal(analyst, id, 'startFulfilment')).toContain('changed after it was approved');
    await desk.act(analyst, id, 'revise');
    expect(desk.view(id).state).toBe('new');
  });

  test('REQ-7 money is released before the approval, where the price calls for it', async () => {
    const id = await ask('laptop', 2);
    expect(desk.derived(id)).toMatchObject({ totalPrice: 2800, needsFunds: true });
    await desk.act(analyst, id, 'submit', { approver: approver.id });
    expect(await desk.refusal(approver, id, 'approve')).toContain('Release the money first');
    await desk.act(approver, id, 'releaseFunds', { fundsReference: 'OMA 21-2020' });
    expect((await desk.act(approver, id, 'approve')).state).toBe('approved');
    expect(desk.derived(await ask('laptop', 1))['needsFunds']).toBe(false);
    const exact = desk.put('catalogue-item', { name: 'Chair', price: 100, approvalThreshold: 200 });
    const chairs = { title: 'Chairs', requester: user.id, items: [{ item: exact, quantity: 2 }] };
    expect(desk.derived(await desk.create(analyst, 'request', chairs))['needsFunds']).toBe(true);
  });

  test('REQ-7 a release does not count for a later submission', async () => {
    const id = await ask('laptop', 2);
    await desk.act(analyst, id, 'submit', { approver: approver.id });
    await desk.act(approver, id, 'releaseFunds', { fundsReference: 'OMA 21-2020' });
    await desk.act(analyst, id, 'revise');
    await desk.act(analyst, id, 'submit');
    expect(await desk.refusal(approver, id, 'approve')).toContain('Release the money first');
  });

  test('a rejection gives its reason to the requester', async () => {
    const id = await ask('laptop');
    await desk.act(analyst, id, 'submit', { approver: approver.id });
    expect(await desk.refusal(approver, id, 'reject')).toContain('Reason for rejection');
    expect((await desk.act(approver, id, 'reject', { rejectReason: 'Has one.' })).state).toBe('rejected');
    expect(desk.notes(id)).toEqual(['Rejected: Has one.']);
  });
});

describe('fulfilling', () => {
  test('REQ-8, REQ-9 starting makes the items, and each item its tasks from the model', async () => {
    const id = await approved('laptop');
    const started = await desk.act(analyst, id, 'startFulfilment');
    expect(started).toMatchObject({ state: 'inFulfilment', fields: { assignee: analyst.id } });
    const [made] = desk.all('request-item');
    expect(made?.fields).toMatchObject({
      request: id,
      item: item('laptop'),
      title: 'Laptop',
      quantity: 1,
      price: 1400,
    });
    expect(
      desk.all('request-task').map(({ fields }) => [fields['order'], fields['title'], fields['item']]),
    ).toEqual([
      [1, 'Take one from stock or order it', made?.id],
      [2, 'Install the standard image and updates', made?.id],
      [3, 'Issue on hand receipt', made?.id],
    ]);
  });

  test('REQ-9 an item without a model gets one task', async () => {
    const bare = desk.put('catalogue-item', { name: 'Map' });
    const id = await desk.create(analyst, 'request', {
      title: 'Maps',
      requester: user.id,
      items: [{ item: bare, quantity: 2 }],
    });
    await desk.act(analyst, id, 'startFulfilment');
    expect(desk.all('request-task').map(({ fields }) => fields['title'])).toEqual(['Fulfil: 2 × Map']);
  });

  test('REQ-10 the last task ends its item, the last item the request', async () => {
    const id = await ask('radio');
    await desk.act(analyst, id, 'startFulfilment');
    const [first, second, third] = desk.all('request-task').map((task) => task.id);
    await desk.act(analyst, first ?? '', 'start');
    expect(states('request-item')).toEqual(['inFulfilment']);
    await desk.act(analyst, first ?? '', 'complete', { result: 'Charged.' });
    expect(await desk.refusal(analyst, third ?? '', 'skip')).toContain('Reason for skipping');
    await desk.act(analyst, third ?? '', 'skip', { skipReason: 'Has a receipt already.' });
    expect(states('request-item')).toEqual(['inFulfilment']);
    expect(await desk.refusal(analyst, desk.all('request-item')[0]?.id ?? '', 'fulfil')).toContain(
      'is not finished',
    );
    expect(await desk.refusal(analyst, id, 'fulfil')).toContain('is not finished');
    await desk.act(analyst, second ?? '', 'complete');
    expect(states('request-item')).toEqual(['fulfilled']);
    expect(desk.view(id)).toMatchObject({ state: 'fulfilled', fields: { resolution: 'Radio: given' } });
  });

  test('REQ-10 everything is completed at once where the work is done already', async () => {
    const id = await ask('radio', 2);
    await desk.act(analyst, id, 'startFulfilment');
    await desk.act(analyst, id, 'completeAll');
    expect([...states('request-task'), ...states('request-item')]).toEqual([
      ...Array<string>(3).fill('completed'),
      'fulfilled',
    ]);
    expect(desk.view(id)).toMatchObject({ state: 'fulfilled', fields: { resolution: '2 × Radio: given' } });
    await desk.act(user, id, 'reopen', { reopenReason: 'One is dead.' });
    expect(await desk.refusal(analyst, id, 'completeAll')).toContain('no open items');
  });

  test('REQ-11 an item left out takes its tasks along, and the request ends with what was given', async () => {
    const id = await desk.create(analyst, 'request', {
      title: 'Two things',
      requester: user.id,
      items: [
        { item: item('radio'), quantity: 1 },
        { item: desk.put('catalogue-item', { name: 'Map' }), quantity: 1 },
      ],
      answers: ['Net or purpose', 'Returned by'].map((question) => ({ question, answer: 'x' })),
    });
    await desk.act(analyst, id, 'startFulfilment');
    const [radio, map] = desk.all('request-item');
    await desk.act(analyst, radio?.id ?? '', 'cancel', { cancelReason: 'None in stock.' });
    expect(desk.view(id).state).toBe('inFulfilment');
    const task = desk.all('request-task').find(({ fields }) => fields['item'] === map?.id);
    await desk.act(analyst, task?.id ?? '', 'complete');
    expect(states('request-task')).toEqual(['cancelled', 'cancelled', 'cancelled', 'completed']);
    expect(desk.view(id)).toMatchObject({
      state: 'fulfilled',
      fields: { resolution: 'Radio: left out\nMap: given' },
    });
  });

  test('REQ-11 cancelling the request cancels its open parts', async () => {
    const id = await ask('radio');
    await desk.act(analyst, id, 'startFulfilment');
    await desk.act(user, id, 'cancel', { cancelReason: 'No longer needed.' });
    expect([...states('request-item'), ...states('request-task')]).toEqual(Array(4).fill('cancelled'));
    expect(desk.view(id).state).toBe('cancelled');
  });

  test('REQ-11 a request of which nothing was given is not fulfilled by itself', async () => {
    const id = await ask('radio');
    await desk.act(analyst, id, 'startFulfilment');
    await desk.act(analyst, desk.all('request-item')[0]?.id ?? '', 'cancel', {
      cancelReason: 'None in stock.',
    });
    expect(desk.view(id).state).toBe('inFulfilment');
  });

  test('REQ-11 a request cancelled after a part was given stays cancelled', async () => {
    const map = desk.put('catalogue-item', { name: 'Map' });
    const id = await desk.create(analyst, 'request', {
      title: 'Maps',
      requester: user.id,
      items: [
        { item: map, quantity: 1 },
        { item: map, quantity: 2 },
      ],
    });
    await desk.act(analyst, id, 'startFulfilment');
    await desk.act(analyst, desk.all('request-task')[0]?.id ?? '', 'complete');
    await desk.act(user, id, 'cancel', { cancelReason: 'One is enough.' });
    expect([desk.view(id).state, ...states('request-item')]).toEqual(['cancelled', 'fulfilled', 'cancelled']);
  });

  test('REQ-15 a request handed to another process stays ours and says so', async () => {
    const id = await ask('radio');
    await desk.act(analyst, id, 'startFulfilment');
    expect((await desk.act(analyst, id, 'routeToChange', { changeReference: 'CHG-7K-00003' })).state).toBe(
      'inFulfilment',
    );
    await desk.act(analyst, id, 'routeToAccess', { accessReference: 'ACC-1' });
    expect(desk.notes(id).map((note) => note.split('.')[0])).toEqual([
      'Handed to change management under CHG-7K-00003',
      'Handed to access management under ACC-1',
    ]);
  });
});

describe('accepting and leaving', () => {
  async function fulfilled(): Promise<string> {
    const id = await desk.create(analyst, 'request', { title: 'Advice', requester: user.id });
    await desk.act(analyst, id, 'startFulfilment');
    await desk.act(analyst, id, 'fulfil', { resolution: 'Explained.' });
    return id;
  }

  test('REQ-12 the requester accepts, or the desk on their word', async () => {
    const id = await fulfilled();
    expect(await desk.refusal(analyst, id, 'accept')).toContain('not the requester');
    await desk.act(analyst, id, 'accept', { confirmationNote: 'In person, 10:00Z.' });
    expect(desk.view(id)).toMatchObject({
      state: 'closed',
      fields: { confirmedBy: user.id, userConfirmed: true },
    });
  });

  test('REQ-13 without a word the desk closes after three days only', async () => {
    const id = await fulfilled();
    expect(await desk.refusal(analyst, id, 'close')).toContain('3 days');
    desk.now += 3 * day;
    expect((await desk.act(analyst, id, 'close')).state).toBe('closed');
  });

  test('REQ-14 what is not right is reopened, after closing by the process owner within 30 days', async () => {
    const id = await fulfilled();
    await desk.act(user, id, 'reopen', { reopenReason: 'Not what I asked.' });
    expect(desk.derived(id)).toMatchObject({ reopenCount: 1, resolvedAt: null, resolutionState: 'running' });
    await desk.act(analyst, id, 'fulfil');
    await desk.act(user, id, 'accept', { satisfaction: '2' });
    expect(await desk.refusal(user, id, 'reopen', { reopenReason: 'Again.' })).toContain('OUT-PER-001');
    const again = await desk.act(owner, id, 'reopen', { reopenReason: 'Again.' });
    expect(again.fields['satisfaction'] ?? null).toBeNull();
    await desk.act(analyst, id, 'fulfil');
    await desk.act(user, id, 'accept');
    desk.now += 31 * day;
    expect(await desk.refusal(owner, id, 'reopen', { reopenReason: 'Again.' })).toContain('30 days');
  });

  test('REQ-16 a conversion carries facts and notes into an incident and drops the parts', async () => {
    const id = await ask('radio', 1, { title: 'Radio is broken' });
    await desk.act(analyst, id, 'startFulfilment');
    await desk.note(analyst, id, 'It is a fault, not a wish.', 5);
    const before = await desk.act(analyst, id, 'convertToIncident');
    const [made] = desk.all('incident');
    expect(before).toMatchObject({ state: 'cancelled', fields: { convertedTo: made?.id } });
    expect(made).toMatchObject({
      state: 'new',
      minutesSpent: 5,
      fields: { title: 'Radio is broken', convertedFrom: id },
    });
    expect(states('request-item')).toEqual(['cancelled']);
  });

  test('REQ-17 staff see every request, others their own and those they decide on', async () => {
    const id = await ask('laptop');
    const stranger = desk.person('Stranger', 'requester');
    const record = desk.view(id);
    expect(
      [analyst, user, approver, stranger].map((actor) => requestSight.see.allows(actor, record)),
    ).toEqual([true, true, true, false]);
  });
});
