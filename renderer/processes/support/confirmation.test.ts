import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import { day, Desk, hour, monday } from '#test/support/desk.ts';
import { readConfirmation } from './confirmation.ts';

let desk: Desk;
let analyst: Actor;
let user: Actor;

beforeEach(() => {
  desk = Desk.seeded();
  analyst = desk.person('Analyst', 'analyst');
  user = desk.person('User', 'requester');
});

async function resolved(contactType: string): Promise<string> {
  const id = await desk.create(analyst, 'incident', { title: 'Printer', requester: user.id, contactType });
  desk.now += hour;
  await desk.act(analyst, id, 'resolve', {
    closureCode: desk.seed('closure-code', 'closure-solved'),
    resolution: 'New toner.',
  });
  return id;
}

test('INC-10 the requester is asked, the desk is not', async () => {
  const view = desk.view(await resolved('phone'));
  expect(readConfirmation(view, 'resolved', user.id)).toEqual({
    since: monday + hour,
    requester: user.id,
    isAsked: true,
    closableFrom: monday + hour + 3 * day,
  });
  expect(readConfirmation(view, 'resolved', analyst.id).isAsked).toBe(false);
  expect(readConfirmation(view, 'resolved', '').isAsked).toBe(false);
});

test('INC-11 what monitoring reported need not wait for a word', async () => {
  const view = desk.view(await resolved('event'));
  expect(readConfirmation(view, 'resolved', analyst.id).closableFrom).toBeUndefined();
});

test('after a reopening the last resolution counts', async () => {
  const id = await resolved('phone');
  desk.now += day;
  await desk.act(user, id, 'reopen', { reopenReason: 'Still grey.' });
  desk.now += hour;
  await desk.act(analyst, id, 'resolve', {
    closureCode: desk.seed('closure-code', 'closure-solved'),
    resolution: 'New drum.',
  });
  expect(readConfirmation(desk.view(id), 'resolved', user.id).since).toBe(monday + day + 2 * hour);
});
