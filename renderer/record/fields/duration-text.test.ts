import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDuration, showDuration } from './duration-text.ts';

describe('readDuration', () => {
  test.each([
    ['4 h 30 min', 'PT4H30M'],
    ['4h30m', 'PT4H30M'],
    ['1 d', 'P1D'],
    ['2 weeks 1 day', 'P2W1D'],
    ['90 min', 'PT90M'],
    ['pt4h', 'PT4H'],
  ])('reads %s', (text, iso) => expect(readDuration(text)).toBe(iso));
  test.each(['', '4', 'h', '4 months', '4 h or so', '-1 h'])('does not read “%s”', (text) =>
    expect(readDuration(text)).toBeUndefined(),
  );
  test('reads what it shows', () => {
    const some = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(some, some, some, (days, hours, minutes) => {
        const iso = `P${days}DT${hours}H${minutes}M`;
        expect(readDuration(showDuration(iso))).toBe(iso);
      }),
    );
  });
});
