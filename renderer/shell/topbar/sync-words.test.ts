import { describe, expect, test } from 'vitest';
import type { HubStatus, SyncStatus, Waiting } from '#renderer/data/data.ts';
import { problem } from '#shared/kernel/errors.ts';
import { hubStatus } from '#test/support/hub-status.ts';
import { syncWords } from './sync-words.ts';

const now = Date.UTC(2026, 10, 22, 12);
const minute = 60_000;
const hour = 60 * minute;
const storage = { isPersistent: true, used: 1, free: 2 };
const nothing: Waiting = { entries: 0, bytes: 0 };

function words(hubs: readonly HubStatus[], unsent: Waiting = nothing, more = {}) {
  const status: SyncStatus = { hubs, unsent, acknowledged: {}, devices: {} };
  return syncWords({ status, storage, isOnline: true, now, ...more });
}

describe('without a hub', () => {
  test('says how many entries wait, and that there is no hub', () => {
    const said = words([], { entries: 1864, bytes: 0 }, { isOnline: false });
    expect(said.chip).toBe('On this laptop · 1,864 entries, not yet sent anywhere · no network');
    expect(said.icon).toBe('device');
    expect(said.text).toContain('nothing has been sent anywhere');
    expect(said.facts).toContainEqual(['Network', 'not connected (not needed)']);
  });

  test('warns when the browser may clear them', () => {
    const said = words([], { entries: 1, bytes: 0 }, { storage: { ...storage, isPersistent: false } });
    expect(said).toMatchObject({ chip: 'On this laptop · 1 entry, may be cleared', icon: 'warning' });
  });

  test('does not warn while it is asked', () => {
    const said = words([], nothing, { storage: { ...storage, isPersistent: undefined } });
    expect(said).toMatchObject({ chip: 'On this laptop, not yet sent anywhere', icon: 'device' });
  });
});

describe('with a hub', () => {
  test('in step says with whom and how long ago', () => {
    const said = words([hubStatus({ lastContact: now - 5 * minute })]);
    expect(said).toMatchObject({ chip: 'In step with Brigade hub · 5 min ago', icon: 'in-step' });
  });

  test('in step is never said while something is to be fetched', () => {
    expect(words([hubStatus({ lacking: 12 })]).chip).toBe('12 entries to exchange');
  });

  test('waiting entries are counted with the age of the oldest', () => {
    const said = words([hubStatus()], { entries: 12, bytes: 900, oldest: now - 20 * minute });
    expect(said).toMatchObject({ chip: '12 entries waiting, oldest 20 min ago', icon: 'waiting' });
  });

  test('an oldest entry of the future has no age', () => {
    expect(words([hubStatus()], { entries: 1, bytes: 9, oldest: now + hour }).chip).toBe('1 entry waiting');
  });

  test('exchanging says how much is left', () => {
    const said = words([hubStatus({ phase: 'exchanging', lacking: 4_000 })]);
    expect(said).toMatchObject({ chip: 'Exchanging · 4,000 entries to go', icon: 'exchanging' });
  });

  test('no contact says since when and what waits', () => {
    const said = words([hubStatus({ phase: 'waiting', lastContact: now - 26 * hour })], {
      entries: 3,
      bytes: 200,
      oldest: now - 30 * minute,
    });
    expect(said.chip).toBe('No contact for 1 d 2 h · 3 entries waiting, oldest 30 min ago');
    expect(said.icon).toBe('waiting');
    expect(said.text).toContain('saved on this laptop');
  });

  test('a hub that was never met is not in step', () => {
    expect(words([hubStatus({}, {}, null)]).chip).toBe('Not yet exchanged');
    expect(words([hubStatus({ phase: 'waiting' }, {}, null)]).chip).toBe('No contact yet');
  });

  test('a stop warns, names the fault and what to do', () => {
    const fault = problem('OUT-SYN-023', { replica: 'q3J8x0aZk1M', date: '14 Nov 2026' });
    const said = words([hubStatus({ phase: 'stopped', fault })]);
    expect(said).toMatchObject({ chip: 'Sync stopped', icon: 'warning' });
    expect(said.text).toContain(fault.message);
    expect(said.text).toContain(fault.next);
  });

  test('of two hubs, the one that needs somebody leads', () => {
    const said = words([
      hubStatus({ lastContact: now }),
      hubStatus({ phase: 'stopped' }, { id: 'hub2', name: 'Division hub' }),
    ]);
    expect(said.title).toBe('Sync with Division hub has stopped');
    expect(said.facts.map(([name]) => name)).toEqual([
      'Not yet at any hub',
      'Brigade hub',
      'Division hub',
      'Network',
      'Kept by the browser',
    ]);
  });

  test('what the browser may clear is a warning as long as no hub has it', () => {
    const more = { storage: { ...storage, isPersistent: false } };
    const hubs = [hubStatus({ lastContact: now })];
    expect(words(hubs, nothing, more)).toMatchObject({
      chip: 'In step with Brigade hub · now',
      icon: 'in-step',
    });
    expect(words(hubs, { entries: 2, bytes: 90, oldest: now }, more)).toMatchObject({
      chip: '2 entries waiting, may be cleared',
      icon: 'warning',
    });
  });
});

describe('work that waits longer than its link makes usual is a warning', () => {
  test.each([
    ['lan', 30 * minute, 'waiting'],
    ['lan', 2 * hour, 'warning'],
    ['satellite', 2 * hour, 'waiting'],
    ['satellite', 7 * hour, 'warning'],
    ['thin', 20 * hour, 'waiting'],
    ['thin', 25 * hour, 'warning'],
    ['manual', 70 * hour, 'waiting'],
    ['manual', 73 * hour, 'warning'],
  ] as const)('on %s after %d ms: %s', (profile, length, icon) => {
    const said = words([hubStatus({}, { profile })], { entries: 1, bytes: 80, oldest: now - length });
    expect(said.icon).toBe(icon);
  });
});
