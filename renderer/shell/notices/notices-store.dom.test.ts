import { expect, test } from 'vitest';
import { addNotices, keepNoticesIn, useNotices } from './notices-store.ts';

test('TRU-203 notices stand in the workspace and nowhere else, and are back with it', async () => {
  localStorage.setItem('outpost.notices', '{"state":{"notices":[{"title":"of an earlier version"}]}}');
  const kept = new Map<string, unknown>();
  const local = {
    getPreference: <Value>(key: string) => Promise.resolve(kept.get(key) as Value | undefined),
    setPreference: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  };
  await keepNoticesIn(local);
  addNotices([{ key: 'k', kind: 'breach', title: 'Relay Hill', body: '', link: '/', at: 1 }]);
  await Promise.resolve();
  expect(JSON.stringify([...kept])).toContain('Relay Hill');
  expect(localStorage.length).toBe(0);
  const before = [...kept];
  useNotices.setState({ notices: [] });
  kept.clear();
  for (const [key, value] of before) kept.set(key, value);
  await keepNoticesIn(local);
  expect(useNotices.getState().notices.map(({ title }) => title)).toEqual(['Relay Hill']);
});
