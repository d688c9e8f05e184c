import { expect, test } from 'vitest';
import { formatValue } from './format-value.ts';

test('amounts have separators of thousands, years have none', () => {
  const words = { zone: 'UTC', label: String };
  expect(formatValue({ kind: 'integer' }, 2026, words)).toBe('2,026');
  expect(formatValue({ kind: 'integer', isName: true }, 2026, words)).toBe('2026');
});
