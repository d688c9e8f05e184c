import { describe, expect, test } from 'vitest';
import { formatServiceTime } from './service-time.ts';

const hour = 3_600_000;

describe('service time in words', () => {
  test.each([
    [8 * hour, 8 * hour, '8 h'],
    [40 * hour, 8 * hour, '40 h'],
    [40 * hour + 30 * 60_000, 8 * hour, '40 h 30 min'],
    [45 * 60_000, 8 * hour, '45 min'],
    [30_000, 8 * hour, '30 s'],
    [0, 8 * hour, '0 s'],
    [-hour, 8 * hour, '0 s'],
  ])('a day of service hours is never called a day: %d of a %d day is %s', (length, day, words) => {
    expect(formatServiceTime(length, day)).toBe(words);
  });

  test('around the clock a day is a day', () => {
    expect(formatServiceTime(40 * hour, 24 * hour)).toBe('1 d 16 h');
  });
});
