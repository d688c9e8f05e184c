import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatAbsolute,
  formatClock,
  formatDate,
  formatDuration,
  formatRelative,
  formatZulu,
  fromLocal,
  fromLocalInput,
  offsetAt,
  toLocalInput,
  zoneSign,
} from './format-time.ts';

const at = Date.UTC(2026, 10, 14, 15, 5, 42);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('instants', () => {
  test('absolute with the sign of the zone', () => {
    expect(formatAbsolute(at, 'Europe/Berlin')).toBe('14 Nov 2026, 16:05 CET');
    expect(formatAbsolute(at, 'UTC')).toBe('14 Nov 2026, 15:05 UTC');
    expect(formatDate(at, 'Pacific/Auckland')).toBe('15 Nov 2026');
    expect(zoneSign(at, 'Asia/Kolkata')).toBe('GMT+5:30');
  });

  test('Zulu as a date-time group', () => {
    expect(formatZulu(at)).toBe('141505Z NOV 26');
    expect(formatZulu(Date.UTC(2027, 8, 1, 0, 0))).toBe('010000Z SEP 27');
  });

  test('midnight is 00:00, not 24:00', () => {
    expect(formatClock(Date.UTC(2026, 10, 14, 0, 7), 'UTC')).toBe('00:07');
  });
});

test.each([
  [-5, '0 s'],
  [59_999, '59 s'],
  [hour - 1, '59 min'],
  [2 * hour + 10 * minute, '2 h 10 min'],
  [3 * hour, '3 h'],
  [day + 59 * minute, '1 d'],
  [3 * day + 4 * hour, '3 d 4 h'],
])('%i ms last %s', (length, text) => {
  expect(formatDuration(length)).toBe(text);
});

test.each([
  [30_000, 'now'],
  [5 * minute, '5 min ago'],
  [-3 * hour, 'in 3 h'],
  [59 * day, '59 d ago'],
  [70 * day, '2 mo ago'],
  [800 * day, '2 y ago'],
])('%i ms before now reads %s', (before, text) => {
  expect(formatRelative(at - before, at)).toBe(text);
});

describe('local time', () => {
  const zones = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  );
  const instants = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) });

  test('an instant becomes local and comes back, but for the hour that is there twice', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const local = instant + offsetAt(instant, zone);
        const back = fromLocal(local, zone);
        // Where it came twice the first is taken: earlier, with the same local time.
        expect(back).toBeLessThanOrEqual(instant);
        expect(back + offsetAt(back, zone)).toBe(local);
      }),
    );
  });

  test('a time that the clocks skip is taken after the gap', () => {
    // Berlin, 29 March 2026: 02:00 becomes 03:00.
    const taken = fromLocalInput('2026-03-29T02:30', 'Europe/Berlin');
    expect(toLocalInput(taken!, 'Europe/Berlin')).toBe('2026-03-29T03:30');
  });

  test('inputs that are not complete name no instant', () => {
    expect(fromLocalInput('', 'UTC')).toBeUndefined();
    expect(fromLocalInput('2026-13-01T00:00', 'UTC')).toBeUndefined();
  });
});
