import { expect, test } from 'vitest';
import { isUnsent } from './unsent.ts';

const own = 'q3J8x0aZk1M';

test.each([
  [`${own}:5`, { [own]: 4 }, true],
  [`${own}:4`, { [own]: 4 }, false],
  [`${own}:1`, {}, true],
  ['AAAAAAAAAAA:9', { [own]: 4 }, false],
  ['nonsense', {}, false],
])('%s with %o acknowledged is not yet synced: %s', (ref, acknowledged, expected) => {
  expect(isUnsent(ref, own, acknowledged)).toBe(expected);
});
