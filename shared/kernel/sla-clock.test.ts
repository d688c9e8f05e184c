import { describe, expect, it } from 'vitest';
import { alwaysOpenCalendar, compileCalendar, type CompiledCalendar } from './business-calendar.ts';
import { slaClock, type SlaClock, type SlaEvent, type SlaEventKind } from './sla-clock.ts';

const HOUR = 3_600_000;

function calendarOf(from: string, to: string, zone = 'UTC'): CompiledCalendar {
  const result = compileCalendar({
    zone,
    hours: [1, 2, 3, 4, 5].map((day) => ({ day, from, to })),
    holidays: [],
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

// Open eight hours a day. 23 November 2026 is a Monday, so 20 is a Friday.
const office = calendarOf('09:00', '17:00');

/** `23 09:30` is that day of November 2026 in UTC. */
function at(text: string): number {
  const [day = '', time = ''] = text.split(' ');
  return Date.parse(`2026-11-${day}T${time}Z`);
}

function show(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString().slice(8, 16).replace('T', ' ');
}

/** `start 23 09:30, pause 23 10:00`. */
function events(text: string): SlaEvent[] {
  if (text === '') return [];
  return text.split(', ').map((part) => {
    const [kind = '', day = '', time = ''] = part.split(' ');
    return { kind: kind as SlaEventKind, at: at(`${day} ${time}`) };
  });
}

function clock(facts: string, hours: number, now: string, calendar = office): SlaClock {
  return slaClock({ events: events(facts), target: hours * HOUR, calendar, now: at(now) });
}

describe('state, time used and due instant', () => {
  it.each<
    [
      rule: string,
      facts: string,
      hours: number,
      now: string,
      state: string,
      used: number,
      due: string | undefined,
    ]
  >([
    ['SLA-1', '', 4, '23 12:00', 'not-started', 0, undefined],
    ['SLA-1', 'start 23 10:00', 4, '23 10:00', 'running', 0, '23 14:00'],
    ['SLA-1', 'start 23 10:00', 4, '23 12:00', 'running', 2, '23 14:00'],
    ['SLA-1', 'start 20 16:00', 4, '21 12:00', 'running', 1, '23 12:00'],
    ['SLA-1', 'start 21 12:00', 4, '22 12:00', 'running', 0, '23 13:00'],
    ['SLA-1', 'start 20 16:00', 8, '23 10:00', 'running', 2, '23 16:00'],
    ['SLA-2', 'pause 23 10:00', 4, '23 12:00', 'not-started', 0, undefined],
    ['SLA-2', 'start 23 10:00, start 23 11:00', 4, '23 12:00', 'running', 2, '23 14:00'],
    ['SLA-2', 'start 23 10:00, resume 23 11:00', 4, '23 12:00', 'running', 2, '23 14:00'],
    ['SLA-2', 'start 23 10:00, pause 23 11:00, pause 23 11:30', 4, '23 12:00', 'paused', 1, undefined],
    ['SLA-2', 'stop 23 09:30, start 23 10:00', 4, '23 12:00', 'running', 2, '23 14:00'],
    ['SLA-3', 'start 23 10:00, pause 23 11:00', 4, '27 12:00', 'paused', 1, undefined],
    ['SLA-3', 'start 23 10:00, pause 23 11:00, resume 23 15:00', 4, '23 16:00', 'running', 2, '24 10:00'],
    ['SLA-3', 'start 23 10:00, pause 23 11:00, resume 24 11:00', 4, '24 12:00', 'running', 2, '24 14:00'],
    [
      'SLA-3',
      'start 23 10:00, pause 23 11:00, resume 23 12:00, pause 23 13:00, resume 23 14:00',
      4,
      '23 15:00',
      'running',
      3,
      '23 16:00',
    ],
    ['SLA-3', 'start 23 10:00, pause 23 18:00, resume 23 20:00', 8, '23 21:00', 'running', 7, '24 10:00'],
    ['SLA-4', 'start 23 10:00, stop 23 13:00', 4, '27 12:00', 'met', 3, '23 14:00'],
    ['SLA-4', 'start 23 10:00, stop 23 14:00', 4, '27 12:00', 'met', 4, '23 14:00'],
    ['SLA-4', 'start 23 10:00, pause 23 11:00, stop 25 13:00', 4, '27 12:00', 'met', 1, undefined],
    ['SLA-5', 'start 23 10:00', 4, '23 14:00', 'running', 4, '23 14:00'],
    ['SLA-5', 'start 23 10:00', 4, '23 14:01', 'breached', 4 + 1 / 60, '23 14:00'],
    ['SLA-5', 'start 23 10:00, stop 23 15:00', 4, '27 12:00', 'breached', 5, '23 14:00'],
    ['SLA-5', 'start 23 10:00, pause 23 15:00', 4, '27 12:00', 'breached', 5, '23 14:00'],
    ['SLA-5', 'start 23 10:00, pause 23 15:00, resume 24 09:00', 4, '24 10:00', 'breached', 6, '23 14:00'],
    ['SLA-6', 'start 23 09:00', 8, '23 17:00', 'running', 8, '23 17:00'],
    ['SLA-6', 'start 23 09:00', 8, '23 20:00', 'breached', 8, '23 17:00'],
    ['SLA-6', 'start 23 09:00, stop 23 18:00', 8, '27 12:00', 'breached', 8, '23 17:00'],
    ['SLA-6', 'start 23 09:00, pause 23 17:00', 8, '24 12:00', 'paused', 8, undefined],
    ['SLA-6', 'start 23 09:00, pause 23 17:00, resume 24 09:00', 8, '24 09:00', 'running', 8, '24 09:00'],
    [
      'SLA-6',
      'start 23 09:00, pause 23 17:00, resume 24 09:00',
      8,
      '24 09:01',
      'breached',
      8 + 1 / 60,
      '24 09:00',
    ],
    ['SLA-7', 'start 23 10:00, stop 23 13:00, resume 27 10:00', 4, '27 10:30', 'running', 3.5, '27 11:00'],
    ['SLA-7', 'start 23 10:00, stop 23 13:00, resume 27 10:00', 4, '27 11:30', 'breached', 4.5, '27 11:00'],
    [
      'SLA-7',
      'start 23 10:00, pause 23 12:00, stop 23 15:00, resume 24 10:00',
      4,
      '24 11:00',
      'running',
      3,
      '24 12:00',
    ],
    [
      'SLA-7',
      'start 23 10:00, stop 23 15:00, resume 27 10:00, stop 27 11:00',
      4,
      '27 12:00',
      'breached',
      6,
      '23 14:00',
    ],
    ['SLA-8', 'start 23 10:00, pause 23 12:00, restart 24 09:00', 4, '24 10:00', 'running', 1, '24 13:00'],
    ['SLA-8', 'start 23 10:00, stop 23 16:00, restart 24 09:00', 4, '24 10:00', 'running', 1, '24 13:00'],
  ])('%s [%s] of %d h at %s', (_rule, facts, hours, now, state, used, due) => {
    const found = clock(facts, hours, now);
    expect([found.state, show(found.dueAt)]).toEqual([state, due]);
    expect(found.elapsed / HOUR).toBeCloseTo(used, 9);
    expect(found.remaining).toBe(hours * HOUR - found.elapsed);
  });
});

describe('warnings', () => {
  it.each<[facts: string, hours: number, now: string, isWarning: boolean, warnAt: string | undefined]>([
    ['start 23 10:00', 4, '23 12:59', false, '23 13:00'],
    ['start 23 10:00', 4, '23 13:00', true, '23 13:00'],
    ['start 23 10:00', 4, '23 14:01', false, '23 13:00'],
    ['start 20 16:00', 4, '21 12:00', false, '23 11:00'],
    ['start 23 10:00, pause 23 12:00', 4, '24 12:00', false, undefined],
    ['start 23 10:00, pause 23 13:30', 4, '24 12:00', true, '23 13:00'],
    ['start 23 10:00, stop 23 13:30', 4, '24 12:00', false, '23 13:00'],
    ['start 23 10:00, stop 23 13:30, resume 24 09:00', 4, '24 09:00', true, '23 13:00'],
    ['start 23 10:00, pause 23 12:00, resume 24 09:00', 4, '24 09:30', false, '24 10:00'],
  ])('SLA-9 [%s] of %d h at %s', (facts, hours, now, isWarning, warnAt) => {
    const found = clock(facts, hours, now);
    expect([found.isWarning, show(found.warnAt)]).toEqual([isWarning, warnAt]);
  });
});

describe('what a clock says besides', () => {
  it('SLA-1 says since when it runs', () => {
    expect(show(clock('start 23 10:00', 4, '23 12:00').startedAt)).toBe('23 10:00');
  });

  it('SLA-4 says when it was stopped, and forgets that when it is reopened', () => {
    expect(show(clock('start 23 10:00, stop 23 12:00', 4, '27 12:00').stoppedAt)).toBe('23 12:00');
    expect(clock('start 23 10:00, stop 23 12:00, resume 24 09:00', 4, '27 12:00').stoppedAt).toBeUndefined();
  });

  it('SLA-5 says when it was breached, not when that was seen', () => {
    expect(show(clock('start 20 16:00', 4, '27 12:00').breachedAt)).toBe('23 12:00');
    expect(clock('start 20 16:00', 4, '23 12:00').breachedAt).toBeUndefined();
  });

  it('SLA-10 counts waits in service time, up to now', () => {
    const facts = 'start 20 15:00, pause 20 16:00, resume 23 10:00, pause 23 11:00';
    expect(clock(facts, 8, '23 13:00').pausedMillis).toBe(4 * HOUR);
  });

  it('SLA-10 does not count the time between a stop and a reopening', () => {
    const facts = 'start 23 09:00, pause 23 10:00, resume 23 11:00, stop 23 12:00, resume 23 15:00';
    const found = clock(facts, 8, '23 16:00');
    expect([found.pausedMillis / HOUR, found.elapsed / HOUR]).toEqual([1, 3]);
  });

  it('SLA-11 a new priority counts from the start of the record, pauses kept', () => {
    const facts = 'start 23 09:00, pause 23 10:00, resume 23 12:00';
    const [before, after] = [clock(facts, 8, '23 15:00'), clock(facts, 2, '23 15:00')];
    expect([before.state, show(before.dueAt)]).toEqual(['running', '24 11:00']);
    expect([after.state, show(after.breachedAt)]).toEqual(['breached', '23 13:00']);
  });

  it('SLA-11 a new calendar counts from the start of the record, pauses kept', () => {
    const facts = 'start 20 16:00, pause 20 16:30, resume 20 16:45';
    expect(show(clock(facts, 4, '20 16:45').dueAt)).toBe('23 12:15');
    expect(show(clock(facts, 4, '20 16:45', alwaysOpenCalendar).dueAt)).toBe('20 20:15');
  });

  it('SLA-1 one day on a schedule of eight hours is eight service hours', () => {
    const target = office.parseTarget('P1D');
    if (!target.ok) throw new Error(target.error.message);
    const found = slaClock({
      events: events('start 23 13:00'),
      target: target.value,
      calendar: office,
      now: at('23 13:00'),
    });
    expect(show(found.dueAt)).toBe('24 13:00');
  });

  it('SLA-1 gives no due instant that lies beyond the calendar', () => {
    expect(clock('start 23 09:00', 1e9, '23 10:00').dueAt).toBeUndefined();
  });
});

describe('clocks that are wrong', () => {
  const year = 365 * 24 * HOUR;
  const start = { kind: 'start', at: at('23 09:00') } as const;
  const now = at('23 13:00');

  function after(...rest: SlaEvent[]): SlaClock {
    return slaClock({ events: [start, ...rest], target: 8 * HOUR, calendar: office, now });
  }

  it('SLA-12 a pause that claims to come ten years from now pauses', () => {
    const found = after({ kind: 'pause', at: now + 10 * year });
    expect([found.state, found.isDoubtful, found.elapsed]).toEqual(['paused', true, 0]);
  });

  it('SLA-12 a wait between two wrong claims does not use up the target', () => {
    const found = after({ kind: 'pause', at: now - 10 * year }, { kind: 'resume', at: at('23 12:00') });
    expect([found.state, found.elapsed / HOUR, show(found.startedAt)]).toEqual(['running', 1, '23 09:00']);
  });

  it('SLA-12 a resumption ten years from now does not hold the clock for ten years', () => {
    const found = after({ kind: 'pause', at: at('23 10:00') }, { kind: 'resume', at: now + 10 * year });
    expect([found.state, found.elapsed / HOUR, show(found.dueAt)]).toEqual(['running', 4, '23 17:00']);
  });

  it('SLA-12 a start ten years from now starts now', () => {
    const found = slaClock({
      events: [{ kind: 'start', at: now + 10 * year }],
      target: HOUR,
      calendar: office,
      now,
    });
    expect([found.state, show(found.startedAt), show(found.dueAt)]).toEqual([
      'running',
      '23 13:00',
      '23 14:00',
    ]);
  });

  it('SLA-12 the dead clock of the reader does not undo what many others agree on', () => {
    const found = slaClock({
      events: events('start 23 09:00, pause 23 10:00, resume 23 11:00'),
      target: 8 * HOUR,
      calendar: office,
      now: 0,
    });
    expect([found.state, found.elapsed / HOUR, found.isDoubtful]).toEqual(['running', 1, true]);
  });

  it('SLA-12 a drift of minutes changes minutes', () => {
    const found = after({ kind: 'pause', at: now + 60_000 });
    expect([found.state, found.elapsed / HOUR]).toEqual(['paused', 4]);
  });

  it('SLA-12 a claim that is no number does not break the clock', () => {
    const found = after({ kind: 'pause', at: Number.NaN }, { kind: 'resume', at: at('23 12:00') });
    expect([found.state, found.elapsed / HOUR]).toEqual(['running', 1]);
  });

  it('SLA-12 says nothing of doubt when the claims agree', () => {
    expect(after({ kind: 'pause', at: at('23 10:00') }).isDoubtful).toBe(false);
  });
});
