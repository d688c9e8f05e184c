import { describe, expect, test } from 'vitest';
import { configOf, lifeOf, viewOf } from '#test/support/views.ts';
import { ticket } from '#test/support/sample-catalogue.ts';
import type { ClockDeclaration, RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import { clockColumns } from './sla.ts';
import { columnValues } from './column-values.ts';
import { meets } from './query.ts';

const hour = 3_600_000;
/** Monday, 2 November 2026, 08:00Z: the desk opens. */
const monday = Date.UTC(2026, 10, 2, 8);
const week = [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '16:00' }));

const clocks: readonly ClockDeclaration[] = [
  {
    name: 'response',
    label: 'Response',
    measure: 'response',
    pausesIn: () => false,
    stopsIn: (state) => state !== 'new',
    voidIn: (state) => state === 'dropped',
    once: true,
  },
  {
    name: 'resolution',
    label: 'Resolution',
    measure: 'resolution',
    pausesIn: (state, _record, inputs) => state === 'waiting' && inputs['waitReason'] === 'user',
    stopsIn: (state) => state === 'done' || state === 'closed',
    voidIn: (state) => state === 'dropped',
  },
];
const type: RecordType = { ...ticket, clocks };

const config = configOf(
  viewOf('service-calendar', { zone: 'UTC', hours: week }, { id: 'office', state: 'active' }),
  viewOf(
    'agreement',
    {
      kind: 'sla',
      calendar: 'office',
      targets: [
        { recordType: 'ticket', measure: 'response', priority: null, target: 'PT1H' },
        { recordType: 'ticket', measure: 'resolution', priority: null, target: 'P1D' },
        { recordType: 'ticket', measure: 'resolution', priority: '1', target: 'PT2H' },
      ],
    },
    { id: 'sla', state: 'inForce' },
  ),
);

type Step = Parameters<typeof lifeOf>[1];

/** A ticket opened on Monday at 8; `at` of its steps: hours later. */
function opened(...steps: readonly Step[]): RecordView {
  const life = lifeOf('new', ...steps.map((step) => ({ ...step, at: monday + step.at * hour })));
  return viewOf(
    'ticket',
    { impact: '3', urgency: '3' },
    { createdAt: monday, life, state: life.at(-1)?.to ?? 'new' },
  );
}

const columns = (record: RecordView, hoursLater = 1000) =>
  clockColumns(type, record, config, monday + hoursLater * hour);
const start: Step = { action: 'start', to: 'working', at: 0 };
const inHours = (at: unknown): number | null => (typeof at === 'number' ? (at - monday) / hour : null);

describe('clock columns', () => {
  test('SLC-1 a running clock shows when it is due and when it warns', () => {
    const found = columns(opened());
    expect([found['responseState'], found['resolutionState']]).toEqual(['running', 'running']);
    expect([inHours(found['responseDue']), inHours(found['responseWarnAt'])]).toEqual([1, 0.75]);
  });

  test('SLC-2 one day of a desk that is open eight hours is eight hours of service, not 24', () => {
    expect(inHours(columns(opened())['resolutionDue'])).toBe(8);
    const late = opened({ action: 'start', to: 'working', at: 0 });
    const from = { ...late, createdAt: monday + 4 * hour };
    expect(inHours(columns(from)['resolutionDue'])).toBe(24 + 4);
  });

  test('SLC-3 where nothing is promised there is no clock', () => {
    const found = clockColumns(type, opened(), configOf(), monday);
    expect(found).toEqual({
      responseDue: null,
      responseWarnAt: null,
      responseState: 'none',
      resolutionDue: null,
      resolutionWarnAt: null,
      resolutionState: 'none',
    });
  });

  test('SLC-4 a wait keeps the time left; while it lasts nothing is due', () => {
    const waiting = opened(start, { action: 'await', to: 'waiting', at: 3, inputs: { waitReason: 'user' } });
    expect(columns(waiting)).toMatchObject({
      resolutionDue: null,
      resolutionWarnAt: null,
      resolutionState: 'paused',
    });
    const resumed = opened(
      start,
      { action: 'await', to: 'waiting', at: 3, inputs: { waitReason: 'user' } },
      { action: 'resume', to: 'working', at: 24 + 2 },
    );
    expect(inHours(columns(resumed)['resolutionDue'])).toBe(24 + 2 + 5);
    expect(columns(resumed)['resolutionState']).toBe('running');
  });

  test('SLC-4 a wait for somebody of our own side does not stop the clock', () => {
    const waiting = opened(start, {
      action: 'await',
      to: 'waiting',
      at: 3,
      inputs: { waitReason: 'vendor' },
    });
    expect(columns(waiting)).toMatchObject({ resolutionState: 'running' });
    expect(inHours(columns(waiting)['resolutionDue'])).toBe(8);
  });

  test('SLC-4 a step that keeps the state keeps why it waits; another reason counts from then on', () => {
    const first: Step = { action: 'await', to: 'waiting', at: 1, inputs: { waitReason: 'user' } };
    const reassigned = opened(start, first, { action: 'touch', to: 'waiting', at: 2, inputs: { effort: 1 } });
    expect(columns(reassigned)['resolutionState']).toBe('paused');
    const vendor = opened(start, first, {
      action: 'await',
      to: 'waiting',
      at: 2,
      inputs: { waitReason: 'vendor' },
    });
    expect(inHours(columns(vendor)['resolutionDue'])).toBe(24 + 1);
  });

  test('SLC-5 reached in time it is met, after it missed; either way nothing is due any more', () => {
    const inTime = opened(start, { action: 'finish', to: 'done', at: 7 });
    expect(columns(inTime)).toMatchObject({
      resolutionState: 'met',
      resolutionDue: null,
      responseState: 'met',
    });
    const late = opened(start, { action: 'finish', to: 'done', at: 25 });
    expect(columns(late)).toMatchObject({ resolutionState: 'missed', resolutionDue: null });
  });

  test('SLC-6 reopening goes on with the time that was left and does not breach at once', () => {
    const reopened = opened(
      start,
      { action: 'finish', to: 'done', at: 6 },
      { action: 'reopen', to: 'working', at: 24 * 7 },
    );
    const found = columns(reopened, 24 * 7 + 1);
    expect(found['resolutionState']).toBe('running');
    expect(inHours(found['resolutionDue'])).toBe(24 * 7 + 2);
  });

  test('SLC-6 reopened straight into a wait, it waits', () => {
    const waiting = opened(
      start,
      { action: 'finish', to: 'done', at: 6 },
      { action: 'await', to: 'waiting', at: 7, inputs: { waitReason: 'user' } },
    );
    expect(columns(waiting)['resolutionState']).toBe('paused');
  });

  test('SLC-7 a response is given once, whatever follows', () => {
    const back = opened(
      { ...start, at: 0.5 },
      { action: 'finish', to: 'done', at: 6 },
      { action: 'back', to: 'new', at: 30 },
    );
    expect(columns(back)).toMatchObject({ responseState: 'met', responseDue: null });
  });

  test('SLC-8 what ends without a goal has no verdict', () => {
    const dropped = opened({ action: 'drop', to: 'dropped', at: 0.5 });
    expect(columns(dropped)).toMatchObject({
      responseState: 'void',
      resolutionState: 'void',
      resolutionDue: null,
    });
    const lateDropped = opened(start, { action: 'drop', to: 'dropped', at: 300 });
    expect(columns(lateDropped)['resolutionState']).toBe('void');
  });

  test('SLC-9 another priority counts from the opening, with all waits', () => {
    const steps: readonly Step[] = [
      start,
      { action: 'await', to: 'waiting', at: 1, inputs: { waitReason: 'user' } },
      { action: 'resume', to: 'working', at: 3 },
    ];
    const plain = opened(...steps);
    const urgent = { ...plain, fields: { impact: '1', urgency: '1' } };
    expect(inHours(columns(plain)['resolutionDue'])).toBe(24 + 2);
    expect(inHours(columns(urgent)['resolutionDue'])).toBe(4);
  });

  test('SLC-10 the columns do not change as time goes by: the query compares the due instant with now', () => {
    const record = opened(start);
    const first = columns(record, 1);
    for (const later of [7.9, 8, 8.1, 24, 24 * 365]) expect(columns(record, later)).toEqual(first);
    const cells = columnValues(type, record, config, monday);
    const breached = (now: number) => meets(cells, [{ column: 'resolutionDue', below: monday + now * hour }]);
    expect([breached(8), breached(8.1)]).toEqual([false, true]);
  });

  test('SLC-11 a breach is not taken back by a wait', () => {
    const late = opened(start, { action: 'await', to: 'waiting', at: 26, inputs: { waitReason: 'user' } });
    expect(columns(late)).toMatchObject({ resolutionState: 'missed', resolutionDue: null });
    const back = opened(
      start,
      { action: 'await', to: 'waiting', at: 26, inputs: { waitReason: 'user' } },
      { action: 'resume', to: 'working', at: 50 },
    );
    expect(columns(back)).toMatchObject({ resolutionState: 'running' });
    expect(inHours(columns(back)['resolutionDue'])).toBe(8);
  });
});
