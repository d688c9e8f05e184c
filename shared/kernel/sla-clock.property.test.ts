import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar, type CompiledCalendar } from './business-calendar.ts';
import { straightenTimes } from './event-times.ts';
import { slaClock, type SlaEvent } from './sla-clock.ts';

const MINUTE = 60_000;
const origin = Date.parse('2026-10-19T00:00Z');
const result = compileCalendar({
  zone: 'Europe/Berlin',
  hours: [1, 2, 3, 4, 5, 6].map((day) => ({ day, from: '07:30', to: '18:00' })),
  holidays: [{ date: '2026-10-31', name: 'Reformation' }],
});
if (!result.ok) throw new Error(JSON.stringify(result.error));
const calendar: CompiledCalendar = result.value;

const target = fc.integer({ min: 1, max: 60 * 60 }).map((minutes) => minutes * MINUTE);
const kind = fc.constantFrom('start', 'pause', 'resume', 'stop', 'restart');
/** Gaps between events, in minutes; they span the end of summer time on 25 October. */
const gaps = fc.array(fc.integer({ min: 0, max: 3 * 1440 }), { minLength: 1, maxLength: 12 });

function timesOf(steps: readonly number[]): number[] {
  let time = origin;
  return steps.map((step) => (time += step * MINUTE));
}

const history: fc.Arbitrary<{ events: SlaEvent[]; now: number }> = fc
  .tuple(gaps, fc.array(kind, { minLength: 12, maxLength: 12 }))
  .map(([steps, kinds]) => {
    const times = timesOf(steps);
    const events = times.slice(0, -1).map((at, index) => ({ at, kind: kinds[index] ?? 'start' }));
    return { events: [{ kind: 'start', at: origin }, ...events], now: times.at(-1) ?? origin };
  });

/** A start, then pauses and resumptions in turn. */
const waits: fc.Arbitrary<{ events: SlaEvent[]; now: number }> = gaps.map((steps) => {
  const times = timesOf(steps);
  const events = times
    .slice(0, -1)
    .map((at, index) => ({ at, kind: index % 2 === 0 ? 'pause' : 'resume' }) as const);
  return { events: [{ kind: 'start', at: origin }, ...events], now: times.at(-1) ?? origin };
});

describe('SLA clocks, any', () => {
  it('SLA-10 time used and time waited add up to the service time that passed', () => {
    fc.assert(
      fc.property(waits, target, ({ events, now }, allowed) => {
        const clock = slaClock({ events, target: allowed, calendar, now });
        expect(clock.elapsed + clock.pausedMillis).toBe(calendar.workingMillis(origin, now));
      }),
    );
  });

  it('SLA-3 a running clock comes due when its remaining time has passed', () => {
    fc.assert(
      fc.property(waits, target, ({ events, now }, allowed) => {
        const clock = slaClock({ events, target: allowed, calendar, now });
        const due = clock.dueAt ?? 0;
        fc.pre(clock.state === 'running' && due > now);
        expect(calendar.workingMillis(now, due)).toBe(clock.remaining);
        const atDue = slaClock({ events, target: allowed, calendar, now: due });
        expect([atDue.state, atDue.remaining]).toEqual(['running', 0]);
        const late = slaClock({ events, target: allowed, calendar, now: due + 1 });
        expect([late.state, late.breachedAt]).toEqual(['breached', due]);
      }),
    );
  });

  it('SLA-3 a wait leaves the remaining time as it was', () => {
    fc.assert(
      fc.property(waits, target, fc.integer({ min: 0, max: 20 * 1440 }), ({ events, now }, allowed, wait) => {
        const before = slaClock({ events, target: allowed, calendar, now });
        fc.pre(before.isRunning);
        const end = now + wait * MINUTE;
        const waited: SlaEvent[] = [...events, { kind: 'pause', at: now }, { kind: 'resume', at: end }];
        const after = slaClock({ events: waited, target: allowed, calendar, now: end });
        expect(after.remaining).toBe(before.remaining);
      }),
    );
  });

  it('SLA-7 reopening never breaches at once', () => {
    fc.assert(
      fc.property(
        history,
        target,
        fc.integer({ min: 0, max: 40 * 1440 }),
        ({ events, now }, allowed, later) => {
          const stopped = slaClock({
            events: [...events, { kind: 'stop', at: now }],
            target: allowed,
            calendar,
            now,
          });
          fc.pre(stopped.state === 'met');
          const at = now + later * MINUTE;
          const reopened: SlaEvent[] = [...events, { kind: 'stop', at: now }, { kind: 'resume', at }];
          const clock = slaClock({ events: reopened, target: allowed, calendar, now: at });
          expect([clock.state, clock.remaining]).toEqual(['running', stopped.remaining]);
        },
      ),
    );
  });

  it('SLA-5 a breach is never taken back by waiting, stopping or time', () => {
    fc.assert(
      fc.property(
        history,
        target,
        kind,
        fc.integer({ min: 0, max: 1440 }),
        ({ events, now }, allowed, next, later) => {
          const before = slaClock({ events, target: allowed, calendar, now });
          fc.pre(before.state === 'breached' && next !== 'restart');
          const more: SlaEvent[] = [...events, { kind: next, at: now }];
          const after = slaClock({ events: more, target: allowed, calendar, now: now + later * MINUTE });
          expect([after.state, after.breachedAt]).toEqual(['breached', before.breachedAt]);
        },
      ),
    );
  });

  it('SLA-9 the warning comes before the breach, and with three quarters used', () => {
    fc.assert(
      fc.property(history, target, ({ events, now }, allowed) => {
        const clock = slaClock({ events, target: allowed, calendar, now });
        if (clock.isWarning) expect(clock.elapsed).toBeGreaterThanOrEqual(allowed * 0.75);
        if (clock.breachedAt !== undefined) expect(clock.warnAt).toBeLessThanOrEqual(clock.breachedAt);
        if (clock.state === 'running' && !clock.isWarning) expect(clock.elapsed).toBeLessThan(allowed * 0.75);
      }),
    );
  });

  it('SLA-12 one wrong clock among agreeing ones moves only its own event', () => {
    const agreeing = fc
      .array(fc.integer({ min: 1, max: 10_000 }), { minLength: 4, maxLength: 12 })
      .map(timesOf);
    const error = fc.integer({ min: 1, max: 3650 }).map((days) => days * 86_400_000);
    fc.assert(
      fc.property(agreeing, fc.nat(), error, fc.boolean(), (times, choice, size, isAhead) => {
        const wrong = choice % times.length;
        const claims = times.with(wrong, (times[wrong] ?? 0) + (isAhead ? size : -size));
        const straight = straightenTimes(claims).times;
        expect(straight).toEqual(straight.toSorted((a, b) => a - b));
        const last = times.length - 1;
        // Alone at an end, a claim contradicts nobody when it errs outwards.
        const isContradicted = isAhead
          ? (claims[wrong] ?? 0) > (times[last] ?? 0) && wrong < last
          : (claims[wrong] ?? 0) < (times[0] ?? 0) && wrong > 0;
        fc.pre(isContradicted && times.length >= 4);
        const others = (list: readonly number[]): number[] => list.filter((_, index) => index !== wrong);
        expect(others(straight)).toEqual(others(times));
      }),
    );
  });

  it('SLA-12 straightened times never fall, whatever was claimed', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer(), fc.double()), { maxLength: 20 }), (claims) => {
        const { times, isDoubtful } = straightenTimes(claims);
        expect(times).toHaveLength(claims.length);
        expect(times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0))).toBe(true);
        if (!isDoubtful) expect(times).toEqual(claims);
      }),
    );
  });
});
