import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '../definition/permission.ts';
import { day, Desk, hour, minute } from '#test/support/desk.ts';

let desk: Desk;
let user: Actor;
let analyst: Actor;

beforeEach(() => {
  desk = Desk.seeded();
  user = desk.person('User', 'requester');
  analyst = desk.person('Analyst', 'analyst');
});

const log = () => desk.create(analyst, 'incident', { title: 'No mail', requester: user.id });

const resolve = (id: string) =>
  desk.act(analyst, id, 'resolve', {
    closureCode: desk.seed('closure-code', 'closure-solved'),
    resolution: 'Restarted the server.',
  });

test('INC-23 what nobody objected to for 7 days is closed, and not an hour before', async () => {
  const id = await log();
  await resolve(id);
  desk.now += 7 * day - hour;
  expect(await desk.round()).toBe(0);
  desk.now += hour;
  expect(await desk.round()).toBe(1);
  expect(desk.view(id).state).toBe('closed');
  expect(desk.view(id).fields['userConfirmed']).toBeUndefined();
  desk.now += 30 * day;
  expect(await desk.round()).toBe(0);
});

test('INC-23 a major one waits for its review', async () => {
  const manager = desk.person('Manager', 'majorIncidentManager');
  const id = await log();
  await desk.act(manager, id, 'declareMajor', { majorManager: manager.id });
  await resolve(id);
  desk.now += 20 * day;
  expect(await desk.round()).toBe(0);
  await desk.act(manager, id, 'completeReview', {
    reviewEvents: 'The mast fell.',
    reviewTimeline: '0400 down, 0600 up.',
    reviewLessons: 'One link only.',
    reviewActions: 'A second link.',
  });
  expect(await desk.round()).toBe(1);
  expect(desk.view(id).state).toBe('closed');
});

test('INC-24 a reminder is a note, once for each', async () => {
  const id = await log();
  await desk.act(analyst, id, 'assign', { team: desk.put('team', { name: 'Desk' }) });
  await desk.act(analyst, id, 'await', {
    pendingReason: 'vendor',
    pendingUntil: desk.now + day,
    pendingNote: 'the new cable',
  });
  expect(await desk.round()).toBe(0);
  desk.now += day + minute;
  expect(await desk.round()).toBe(1);
  expect(await desk.round()).toBe(0);
  expect(desk.notes(id)).toEqual(['Time to ask again: the new cable']);
  await desk.edit(analyst, id, { pendingUntil: desk.now + day });
  desk.now += 2 * day;
  expect(await desk.round()).toBe(1);
});

test('REQ-18 a fulfilled request that nobody objected to for 7 days is closed', async () => {
  const id = await desk.create(analyst, 'request', { title: 'Advice', requester: user.id });
  await desk.act(analyst, id, 'startFulfilment');
  await desk.act(analyst, id, 'fulfil', { resolution: 'Explained.' });
  desk.now += 7 * day - 1;
  expect(await desk.round()).toBe(0);
  desk.now += 1;
  expect(await desk.round()).toBe(1);
  expect(desk.view(id).state).toBe('closed');
});

test('an article is due for review on the day of its review', async () => {
  const id = desk.put('article', { title: 'Restart the relay', reviewOn: desk.now + day }, undefined, [
    { action: 'submit', inputs: {} },
    { action: 'approve', inputs: {} },
    { action: 'publish', inputs: {} },
  ]);
  expect(await desk.round()).toBe(0);
  desk.now += day + 1;
  expect(await desk.round()).toBe(1);
  expect(desk.view(id).state).toBe('dueForReview');
});
