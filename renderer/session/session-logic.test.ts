import { describe, expect, test } from 'vitest';
import { emptyConfig } from '#shared/definition/config.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { actorOf } from './actor.ts';
import { describeDone } from './describe-done.ts';
import { resolveTheme } from './preferences.ts';
import { formatBytes, readStorageState } from './storage-state.ts';

describe('who acts', () => {
  const person = {
    id: 'p1',
    state: 'active',
    fields: { roles: ['analyst', 'wizard'], teams: ['t1'] },
  } as unknown as RecordView;

  test('known roles and the teams of the person', () => {
    expect(actorOf(person, emptyConfig, 0)).toEqual({ id: 'p1', roles: ['analyst'], teams: ['t1'] });
  });

  test('whoever left has no rights', () => {
    expect(actorOf({ ...person, state: 'retired' }, emptyConfig, 0)).toEqual({
      id: 'p1',
      roles: [],
      teams: [],
    });
  });
});

describe('the theme', () => {
  const device = { dark: false, contrast: false };

  test('a choice wins over the device', () => {
    expect(resolveTheme('night', { dark: true, contrast: true })).toBe('night');
  });

  test('a choice of another version does not keep the page from opening', () => {
    expect(resolveTheme('sepia', { ...device, dark: true })).toBe('dark');
  });

  test('the device decides where nothing was chosen', () => {
    expect(resolveTheme('system', device)).toBe('light');
    expect(resolveTheme('system', { ...device, dark: true })).toBe('dark');
    expect(resolveTheme('system', { dark: true, contrast: true })).toBe('high-contrast');
  });
});

describe('what was done, in words', () => {
  test.each([
    [{ kind: 'create', type: 'incident', fields: {} }, 'Incident INC-1 created'],
    [{ kind: 'edit', record: 'r', fields: {} }, 'INC-1 saved'],
    [{ kind: 'note', record: 'r', text: 'x', audience: 'internal' }, 'Note added to INC-1'],
    [{ kind: 'undo', entries: [] }, 'INC-1: change taken back'],
  ] as const)('%o', (command, text) => {
    expect(describeDone(catalogue, command, 'INC-1')).toBe(text);
  });

  test('an act is named as its button is', () => {
    const [transition] = catalogue.type('incident')!.lifecycle.transitions;
    const command = { kind: 'act', record: 'r', action: transition!.action, inputs: {} } as const;
    expect(describeDone(catalogue, command, 'INC-1')).toBe(`INC-1: ${transition!.label}`);
  });
});

describe('storage', () => {
  const manager = (persisted: boolean, persist: boolean) =>
    ({
      persisted: async () => persisted,
      persist: async () => persist,
      estimate: async () => ({ usage: 1_500_000, quota: 5_000_000 }),
    }) as unknown as StorageManager;

  test.each([
    [true, false, true],
    [false, true, true],
    [false, false, false],
  ])('kept %s, promised on asking %s: %s', async (persisted, persist, expected) => {
    expect(await readStorageState(manager(persisted, persist))).toEqual({
      isPersistent: expected,
      used: 1_500_000,
      free: 3_500_000,
    });
  });

  test('a page without storage promises nothing', async () => {
    expect((await readStorageState(undefined)).isPersistent).toBe(false);
  });

  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_200_000, '1.2 MB'],
    [340_000_000, '340 MB'],
    [4_200_000_000, '4.2 GB'],
  ])('%i bytes read %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
