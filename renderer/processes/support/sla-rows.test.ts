import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import { day, Desk, hour, minute, monday } from '#test/support/desk.ts';
import { slaRows } from './sla-rows.ts';

let desk: Desk;
let analyst: Actor;
let incident: string;

const rows = () => slaRows(desk.type('incident'), desk.view(incident), desk.config, desk.now);
const resolution = () => rows().find(({ name }) => name === 'resolution');

function agree(target: string, calendar: string): void {
  desk.put('agreement', {
    name: 'Desk hours',
    kind: 'sla',
    calendar,
    targets: [
      { recordType: 'incident', measure: 'response', priority: '', target: 'PT30M' },
      { recordType: 'incident', measure: 'resolution', priority: '', target },
    ],
  });
}

beforeEach(async () => {
  desk = new Desk();
  analyst = desk.person('Analyst', 'analyst');
  const office = desk.put('service-calendar', {
    name: 'Office hours',
    zone: 'UTC',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ day: weekday, from: '08:00', to: '16:00' })),
  });
  agree('P1D', office);
  incident = await desk.create(analyst, 'incident', { title: 'Mail is down', requester: analyst.id });
});

test('SLM-1 a draft agreement promises nothing', () => {
  expect(rows()).toEqual([]);
});

test('a day of an eight-hour calendar is eight hours, and the row names who promises it', () => {
  force();
  desk.now = monday + 2 * hour;
  expect(resolution()).toMatchObject({
    target: '8 h',
    elapsed: '2 h',
    remaining: '6 h left',
    used: 0.25,
    isOver: false,
    paused: '',
    dueAt: monday + 8 * hour,
    agreement: { name: 'Desk hours' },
    calendar: { name: 'Office hours' },
  });
});

test('a wait for the user counts as paused in service time, and moves the due instant', async () => {
  force();
  await desk.act(analyst, incident, 'start');
  desk.now = monday + hour;
  await desk.act(analyst, incident, 'await', { pendingReason: 'user' });
  desk.now = monday + day;
  expect(resolution()).toMatchObject({ elapsed: '1 h', paused: '7 h', dueAt: undefined });
  await desk.act(analyst, incident, 'resume');
  expect(resolution()).toMatchObject({ remaining: '7 h left', dueAt: monday + day + 7 * hour });
});

test('what is past its target says by how much', () => {
  force();
  desk.now = monday + day + 30 * minute;
  expect(resolution()).toMatchObject({
    isOver: true,
    remaining: '30 min over',
    used: 1,
    dueAt: monday + 8 * hour,
  });
});

test('a cancelled record has no due instant', async () => {
  force();
  await desk.act(analyst, incident, 'cancel', { cancelReason: 'Logged twice.' });
  expect(resolution()).toMatchObject({ dueAt: undefined, remaining: '' });
});

/** Puts the agreement in force as its lifecycle asks. */
function force(): void {
  const [agreement] = desk.all('agreement');
  desk.put('agreement', agreement?.fields ?? {}, undefined, [
    { action: 'negotiate', inputs: {} },
    { action: 'agree', inputs: {} },
    { action: 'putInForce', inputs: {} },
  ]);
}
