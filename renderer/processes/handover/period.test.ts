import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatClock, fromLocal } from '#renderer/ui/time/format-time.ts';
import { isIn, periodFrom, shiftPeriods } from './period.ts';

const zone = 'Europe/Berlin';
const local = (text: string) => fromLocal(Date.parse(`${text}:00Z`), zone);

describe('shifts', () => {
  test.each([
    ['2026-11-14T07:15', '2026-11-14T06:00', '2026-11-14T18:00', '2026-11-13T18:00'],
    ['2026-11-14T06:00', '2026-11-14T06:00', '2026-11-14T18:00', '2026-11-13T18:00'],
    ['2026-11-14T18:00', '2026-11-14T18:00', '2026-11-15T06:00', '2026-11-14T06:00'],
    ['2026-11-14T02:30', '2026-11-13T18:00', '2026-11-14T06:00', '2026-11-13T06:00'],
  ])('at %s the shift began at %s', (now, from, to, before) => {
    const [current, previous] = shiftPeriods(local(now), zone);
    expect(current).toMatchObject({ from: local(from), to: local(to) });
    expect(previous).toMatchObject({ from: local(before), to: local(from) });
  });

  test('a night on which the clocks change still ends at six', () => {
    const [current] = shiftPeriods(local('2026-10-25T01:00'), zone);
    expect(formatClock(current!.from, zone)).toBe('18:00');
    expect(formatClock(current!.to, zone)).toBe('06:00');
    expect(current!.to - current!.from).toBe(13 * 3_600_000);
  });

  test('now always lies in the current shift, which follows the one before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) }),
        fc.constantFrom('UTC', zone, 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'),
        (now, somewhere) => {
          const [current, previous] = shiftPeriods(now, somewhere);
          expect(isIn(current!, now)).toBe(true);
          expect(previous!.to).toBe(current!.from);
          expect(previous!.from).toBeLessThan(previous!.to);
        },
      ),
    );
  });
});

test('a period is half open', () => {
  expect([0, 1, 2].map((at) => isIn({ from: 0, to: 2 }, at))).toEqual([true, true, false]);
  expect(isIn({ from: 0, to: 2 }, null)).toBe(false);
});

test.each([[{}], [{ from: 5 }], [{ from: 5, to: 5 }], [{ from: 'a', to: 9 }], [{ from: 1, to: 1e300 }]])(
  'the address %o names no period',
  (search) => {
    expect(periodFrom(search)).toBeUndefined();
  },
);

test('an address names its period', () => {
  expect(periodFrom({ from: 1, to: 2 })).toEqual({ from: 1, to: 2 });
});
