import { expect, test } from 'vitest';
import { flowPoints } from './flow.ts';

const now = Date.UTC(2026, 10, 2, 11);

test('every day has a point, empty ones too, the last one is today', () => {
  const points = flowPoints(
    { opened: [{ key: '2026-11-01', value: 3 }], resolved: [] },
    3,
    now,
    'America/New_York',
  );
  expect(points.map(({ key }) => key)).toEqual(['2026-10-31', '2026-11-01', '2026-11-02']);
  expect(points.map(({ values }) => values['opened'])).toEqual([0, 3, 0]);
  expect(points.map(({ values }) => values['resolved'])).toEqual([0, 0, 0]);
});

test('a day that is 25 hours long is one day', () => {
  // Clocks go back on 1 November 2026 in New York.
  const keys = flowPoints({}, 30, now, 'America/New_York').map(({ key }) => key);
  expect(new Set(keys).size).toBe(30);
  expect(keys.at(-1)).toBe('2026-11-02');
});
