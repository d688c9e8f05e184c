import { expect, test } from 'vitest';
import type { RedactionInfo } from '#renderer/data/data.ts';
import { standingWords } from './standing-words.ts';

const info = (
  more: Partial<RedactionInfo>,
  state: RedactionInfo['order']['state'] = 'confirmed',
): RedactionInfo => ({
  record: 'r',
  type: 'incident',
  order: { ref: 'a:1', entries: [], reason: '', askedBy: 'anna', askedAt: 0, state },
  isRemovedHere: true,
  lacksRight: false,
  isOneDevice: false,
  holders: { passed: [], open: [] },
  ...more,
});

test('RED-130 says who may still hold the contents, by name', () => {
  const open = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'];
  const words = standingWords(info({ holders: { passed: ['Hub'], open } }), false).join(' ');
  expect(words).toContain('5 devices and hubs');
  expect(words).toContain('Alpha, Bravo, Charlie, Delta and 1 more');
  expect(standingWords(info({}), false)).toEqual([
    'Removed on this device.',
    'All others are known to have the order.',
  ]);
});

test('RED-130 says what waits, what was not removed, and that both wrote on one device', () => {
  expect(standingWords(info({}, 'open'), true)).toEqual(['Waits for another administrator.']);
  expect(standingWords(info({}, 'open'), false)).toEqual(['Waits for your answer.']);
  expect(standingWords(info({}, 'declined'), false)).toEqual(['Nothing was removed.']);
  expect(standingWords(info({ lacksRight: true }), false)[0]).toContain('not known here as an administrator');
  expect(standingWords(info({ isOneDevice: true }), false)).toContain(
    'Asked for and confirmed on one device.',
  );
});
