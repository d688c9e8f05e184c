import { expect, test } from 'vitest';
import { isAppUrl } from './origin.ts';

test.each([
  ['outpost://app', true],
  ['outpost://app/incident/1?tab=notes#top', true],
  ['outpost://app.evil/', false],
  ['outpost://evil/app', false],
  ['outpost://app:80/', false],
  ['outpost://user@app/', false],
  ['outpost:app', false],
  ['https://app/', false],
  ['file:///app', false],
  ['about:blank', false],
  ['', false],
])('%s belongs to the application: %s', (address, expected) => {
  expect(isAppUrl(address)).toBe(expected);
});
