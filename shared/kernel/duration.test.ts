import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAY,
  formatDuration,
  formatIsoDuration,
  HOUR,
  MINUTE,
  parseIsoDuration,
  SECOND,
} from './duration.ts';

describe('durations for people', () => {
  it.each<[millis: number, text: string]>([
    [0, '0 s'],
    [999, '0 s'],
    [40 * SECOND, '40 s'],
    [MINUTE, '1 min'],
    [5 * MINUTE + 7 * SECOND, '5 min 7 s'],
    [45 * MINUTE + 59 * SECOND, '45 min'],
    [2 * HOUR + 15 * MINUTE, '2 h 15 min'],
    [2 * HOUR - 1, '1 h 59 min'],
    [2 * HOUR + 15 * SECOND, '2 h'],
    [3 * DAY + 4 * HOUR, '3 d 4 h'],
    [3 * DAY + 59 * MINUTE, '3 d'],
    [-(2 * HOUR + 15 * MINUTE), '−2 h 15 min'],
    [-10, '0 s'],
    [Number.NaN, '–'],
    [Infinity, '–'],
  ])('%d ms is %s', (millis, text) => {
    expect(formatDuration(millis)).toBe(text);
  });

  it('counts service days of the calendar’s length', () => {
    expect(formatDuration(12 * HOUR, 8 * HOUR)).toBe('1 d 4 h');
    expect(formatDuration(12 * HOUR, 8.5 * HOUR)).toBe('1 d 3 h');
  });
});

describe('ISO durations', () => {
  it.each([
    ['PT4H30M', { weeks: 0, days: 0, millis: 4.5 * HOUR }],
    ['P2W', { weeks: 2, days: 0, millis: 0 }],
    ['P1DT6H', { weeks: 0, days: 1, millis: 6 * HOUR }],
    ['PT0.5S', { weeks: 0, days: 0, millis: 500 }],
  ])('reads %s', (text, parts) => {
    expect(parseIsoDuration(text)).toEqual({ ok: true, value: parts });
  });

  it.each(['', 'P', 'P1DT', 'PT1D', 'P1H', '1D', 'P-1D', 'P1M', 'PT4H P1D'])('refuses %j by name', (text) => {
    const result = parseIsoDuration(text);
    expect(!result.ok && result.error.message).toBe(`“${text}” cannot be read as a duration.`);
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), (seconds) => {
        const parts = parseIsoDuration(formatIsoDuration(seconds * SECOND));
        expect(parts).toEqual({ ok: true, value: { weeks: 0, days: 0, millis: seconds * SECOND } });
      }),
    );
    expect(formatIsoDuration(26.5 * HOUR)).toBe('PT26H30M');
    expect(formatIsoDuration(-5)).toBe('PT0S');
  });
});
