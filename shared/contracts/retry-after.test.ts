import { expect, test } from 'vitest';
import { longestRetryAfter, readRetryAfter } from './retry-after.ts';

test('SYN-719 an hour at most, whatever a hub or somebody in between says', () => {
  expect(readRetryAfter('7')).toBe(7000);
  expect(readRetryAfter('999999999')).toBe(longestRetryAfter);
  for (const text of [null, undefined, '', '-1', '1e9', 'Wed, 21 Oct 2037 07:28:00 GMT', '9'.repeat(30)])
    expect(readRetryAfter(text)).toBeUndefined();
});
