import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { compileCalendar, type CompiledCalendar, type ServiceCalendar } from './business-calendar.ts';

const QUARTER = 900_000;
const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/St_Johns',
  'UTC',
];
// Around clock changes of both hemispheres, and anywhere in between.
const nearChanges = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
  '2028-02-29',
];

const timeOfDay = fc
  .integer({ min: 0, max: 95 })
  .map(
    (quarter) =>
      `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  );
const someDate = fc.oneof(
  fc.constantFrom(...nearChanges),
  fc
    .integer({ min: 0, max: 1200 })
    .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)),
);
const anyCalendar: fc.Arbitrary<ServiceCalendar> = fc.record({
  zone: fc.constantFrom(...zones),
  hours: fc.array(fc.record({ day: fc.integer({ min: 1, max: 7 }), from: timeOfDay, to: timeOfDay }), {
    minLength: 1,
    maxLength: 8,
  }),
  holidays: fc.array(
    fc.oneof(
      fc.record({ date: someDate, name: fc.constant('closed') }),
      fc.record({ date: someDate, name: fc.constant('closed'), from: timeOfDay, to: timeOfDay }),
    ),
    { maxLength: 5 },
  ),
});
const anyInstant = fc
  .tuple(someDate, fc.integer({ min: -48 * 60, max: 48 * 60 }))
  .map(([date, minutes]) => Date.parse(`${date}T00:00Z`) + minutes * 60_000);

function compiled(calendar: ServiceCalendar): CompiledCalendar {
  const result = compileCalendar(calendar);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The plainest reading of the rules: look at the wall clock, then at every line. */
function isOpenByTheBook(calendar: ServiceCalendar, at: number): boolean {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone);
  const minute = wall.hour * 60 + wall.minute;
  const covers = (from: string, to: string, isSameDay: boolean): boolean => {
    const start = minutesOf(from);
    const end = minutesOf(to) > start ? minutesOf(to) : minutesOf(to) + 1440;
    const moment = isSameDay ? minute : minute + 1440;
    return moment >= start && moment < end;
  };
  const yesterday = wall.toPlainDate().subtract({ days: 1 });
  const isWithinHours = calendar.hours.some(
    ({ day, from, to }) =>
      (day === wall.dayOfWeek && covers(from, to, true)) ||
      (day === yesterday.dayOfWeek && covers(from, to, false)),
  );
  const isClosed = calendar.holidays.some(({ date, from, to }) => {
    if (typeof from !== 'string' || typeof to !== 'string') return date === wall.toPlainDate().toString();
    if (date === wall.toPlainDate().toString()) return covers(from, to, true);
    return date === yesterday.toString() && covers(from, to, false);
  });
  return isWithinHours && !isClosed;
}

describe('service calendars, any', () => {
  it('CAL-1 agree with a reading of the wall clock, quarter by quarter', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyInstant,
        fc.integer({ min: 0, max: 192 }),
        (calendar, instant, quarters) => {
          const service = compiled(calendar);
          const from = Math.floor(instant / QUARTER) * QUARTER;
          let expected = 0;
          for (let at = from; at < from + quarters * QUARTER; at += QUARTER) {
            const isOpen = isOpenByTheBook(calendar, at);
            expect(service.isOpen(at)).toBe(isOpen);
            if (isOpen) expected += QUARTER;
          }
          expect(service.workingMillis(from, from + quarters * QUARTER)).toBe(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('CAL-11 adding service time and measuring it are inverse', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyInstant,
        fc.integer({ min: 1, max: 4_000_000_000 }),
        (calendar, from, amount) => {
          const service = compiled(calendar);
          const due = service.addWorkingMillis(from, amount);
          expect(service.workingMillis(from, due)).toBe(amount);
          // First instant: one millisecond earlier is not enough.
          expect(service.workingMillis(from, due - 1)).toBe(amount - 1);
        },
      ),
    );
  });

  it('CAL-2 splitting a stretch adds up', () => {
    fc.assert(
      fc.property(anyCalendar, fc.array(anyInstant, { minLength: 3, maxLength: 3 }), (calendar, instants) => {
        const service = compiled(calendar);
        const [a, b, c] = instants.toSorted((x, y) => x - y) as [number, number, number];
        expect(service.workingMillis(a, b) + service.workingMillis(b, c)).toBe(service.workingMillis(a, c));
      }),
    );
  });

  it('CAL-1 the next opening is open, and nothing is open before it', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, (calendar, at) => {
        const service = compiled(calendar);
        const next = service.nextOpen(at);
        expect(service.isOpen(next)).toBe(true);
        expect(service.workingMillis(at, next)).toBe(0);
      }),
    );
  });
});
