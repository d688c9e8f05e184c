import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { Desk, monday } from '#test/support/desk.ts';
import { costText, readApproval } from './approval.ts';

let desk: Desk;
let analyst: Actor;
let approver: Actor;
let user: Actor;

const approval = (id: string, actor: Actor) =>
  readApproval(desk.type('request'), desk.view(id), desk.config, actor);
const laptop = () => desk.seed('catalogue-item', 'item-laptop');

beforeEach(() => {
  desk = Desk.seeded();
  analyst = desk.person('Analyst', 'analyst');
  approver = desk.person('Approver', 'approver');
  user = desk.person('User', 'requester');
});

function ask(quantity = 1, fields: FieldValues = {}): Promise<string> {
  return desk.create(analyst, 'request', {
    title: 'Laptop',
    requester: user.id,
    items: [{ item: laptop(), quantity }],
    answers: [{ item: laptop(), question: 'For whom?', answer: 'Reyes' }],
    ...fields,
  });
}

test('REQ-5 needed by the catalogue, and not submitted yet', async () => {
  expect(approval(await ask(), analyst)).toMatchObject({
    isNeeded: true,
    decision: { status: 'notSubmitted' },
    deciders: [{ item: 'Laptop', who: 'the requester’s manager' }],
    barred: undefined,
  });
});

describe('REQ-6 who may not decide', () => {
  test('the requester, the person it is for, and who has no right', async () => {
    const id = await ask(1, { onBehalfOf: approver.id });
    const chief = desk.person('Chief', 'requester');
    await desk.act(analyst, id, 'submit', { approver: chief.id });
    expect(approval(id, user).barred).toBe('asker');
    expect(approval(id, approver).barred).toBe('beneficiary');
    expect(approval(id, analyst).barred).toBe('noRight');
    expect(approval(id, chief).barred).toBeUndefined();
    expect(approval(id, chief).decision).toEqual({ status: 'awaited', since: monday });
  });
});

describe('the decision', () => {
  test('holds with its reason until the request is revised', async () => {
    const id = await ask();
    await desk.act(analyst, id, 'submit', { approver: approver.id });
    await desk.act(approver, id, 'approve', { approvalNote: 'Needed.' });
    expect(approval(id, user).decision).toMatchObject({
      status: 'approved',
      reason: 'Needed.',
      step: { actor: approver.id },
    });
    await desk.act(analyst, id, 'revise');
    expect(approval(id, user).decision).toEqual({ status: 'notSubmitted' });
  });

  test('stays while the request is fulfilled, assigned and closed', async () => {
    const id = await ask();
    await desk.act(analyst, id, 'submit', { approver: approver.id });
    await desk.act(approver, id, 'approve');
    await desk.act(analyst, id, 'startFulfilment');
    expect(approval(id, user).decision).toMatchObject({ status: 'approved', reason: '' });
  });

  test('REQ-6 does not hold for changed items', async () => {
    const id = await ask();
    await desk.act(analyst, id, 'submit', { approver: approver.id });
    await desk.act(approver, id, 'approve');
    expect(approval(id, user).isChangedSince).toBe(false);
    await desk.edit(analyst, id, { items: [{ item: laptop(), quantity: 2 }] });
    expect(approval(id, user).isChangedSince).toBe(true);
  });

  test('a rejection says why', async () => {
    const id = await ask();
    await desk.act(analyst, id, 'submit', { approver: approver.id });
    await desk.act(approver, id, 'reject', { rejectReason: 'Has one.' });
    expect(approval(id, user).decision).toMatchObject({ status: 'rejected', reason: 'Has one.' });
  });
});

test('REQ-7 the price against the limit, and the release for this submission', async () => {
  expect(costText(approval(await ask(1), user))).toBe('1,400 USD: below the limit of 2,500 USD (Laptop)');
  const id = await ask(2);
  expect(approval(id, user)).toMatchObject({ price: 2800, funds: 'missing' });
  expect(costText(approval(id, user))).toBe('2,800 USD: reaches the limit of 2,500 USD (Laptop)');
  await desk.act(analyst, id, 'submit', { approver: approver.id });
  await desk.act(approver, id, 'releaseFunds', { fundsReference: 'OMA 21' });
  expect(approval(id, user).funds).toBe('released');
  await desk.act(analyst, id, 'revise');
  await desk.act(analyst, id, 'submit');
  expect(approval(id, user).funds).toBe('missing');
});
