import { describe, expect, test } from 'vitest';
import type { HubStatus } from '#renderer/data/data.ts';
import { hubStatus } from '#test/support/hub-status.ts';
import { countEntries, estimateWords, phaseWords, profileOptions } from './words.ts';

const now = Date.UTC(2026, 10, 22, 12);
const minute = 60_000;
const label = (more: Partial<HubStatus>) => phaseWords(hubStatus(more), now).label;
const text = (more: Partial<HubStatus>) => phaseWords(hubStatus(more), now).text;

describe('the phase of a hub in words', () => {
  test('in step only when nothing is left either way and there was contact', () => {
    expect(label({})).toBe('In step');
    expect(label({ lacking: 3 })).toBe('Work is waiting');
    expect(label({ waiting: { entries: 1, bytes: 80, oldest: now } })).toBe('Work is waiting');
    expect(phaseWords(hubStatus({}, {}, null), now).label).toBe('Not yet exchanged');
  });

  test('says what comes next by itself', () => {
    expect(text({ isLive: true })).toContain('Connected live');
    expect(text({ isLive: false })).toContain('The next exchange comes by itself.');
    expect(phaseWords(hubStatus({}, { profile: 'manual' }), now).text).toContain('before you press');
  });

  test('no contact names the next try, a stop names none', () => {
    expect(text({ phase: 'waiting', nextTry: now + 5 * minute })).toContain('tries again in 5 min.');
    expect(text({ phase: 'waiting', nextTry: now + 5_000 })).toContain('tries again within a minute.');
    expect(text({ phase: 'waiting' })).toContain('tries again by itself.');
    expect(text({ phase: 'stopped' })).toContain('does not try again');
  });

  test('every failure says that the work is kept', () => {
    for (const phase of ['waiting', 'stopped'] as const) {
      expect(text({ phase })).toContain('Your work is kept on this device.');
    }
  });
});

test.each([
  [{}, 'nothing to do'],
  [{ lacking: 5 }, 'not known yet'],
  [{ lacking: 5, estimate: 20 }, 'less than a minute'],
  [{ lacking: 5, estimate: 5400 }, 'about 1 h 30 min'],
])('the estimate of %o reads %s', (more, words) => {
  expect(estimateWords(hubStatus(more))).toBe(words);
});

test('one entry is one entry', () => {
  expect([countEntries(1), countEntries(0), countEntries(1864)]).toEqual([
    '1 entry',
    '0 entries',
    '1,864 entries',
  ]);
});

test('every link profile is explained', () => {
  expect(profileOptions.every(({ help }) => (help ?? '').endsWith('.'))).toBe(true);
});
