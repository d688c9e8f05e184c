import { expect, test } from 'vitest';
import { metricText } from './metric-text.ts';

test.each([
  ['percent', 99.996, '99.99 %'],
  ['percent', 100, '100 %'],
  ['percent', 33.3333, '33.33 %'],
  ['milliseconds', 5_400_000, '1 h 30 min'],
  ['count', 1234, '1,234'],
  ['count', null, 'nothing to measure yet'],
] as const)('%s %s reads %s', (unit, value, text) => {
  expect(metricText(unit, value)).toBe(text);
});
