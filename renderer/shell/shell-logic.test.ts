import { describe, expect, test } from 'vitest';
import { contrast } from '#renderer/ui/theme/contrast.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { markingColours } from './marking.ts';
import { navigationOf } from './rail/navigation-model.ts';
import { syncWords } from './topbar/sync-words.ts';

describe('the marking', () => {
  const markings = [
    'UNCLASSIFIED',
    'unclassified//fouo',
    'CUI',
    'CUI//SP-OPSEC',
    'CONFIDENTIAL',
    'SECRET//NOFORN',
    'TOP SECRET',
    'NATO RESTRICTED',
    '',
  ];

  test.each(markings)('%o can be read', (marking) => {
    const { fg, bg } = markingColours(marking);
    expect(contrast(fg, bg)).toBeGreaterThanOrEqual(4.5);
  });

  test('TOP SECRET is not taken for SECRET, nor UNCLASSIFIED for anything else', () => {
    expect(markingColours('TOP SECRET')).not.toEqual(markingColours('SECRET'));
    expect(markingColours('UNCLASSIFIED')).not.toEqual(markingColours('CLASSIFIED'));
  });
});

describe('the navigation', () => {
  const { domains, unitData } = navigationOf(catalogue);

  test('has the five domains in their order', () => {
    expect(domains.map(({ code }) => code)).toEqual(['SS', 'SD', 'ST', 'SO', 'CSI']);
  });

  test('leads to every process once', () => {
    const shown = [...domains.flatMap(({ processes }) => processes), ...(unitData ? [unitData] : [])];
    expect(shown.map(({ code }) => code).sort()).toEqual(catalogue.processes.map(({ code }) => code).sort());
  });
});

describe('where the data are', () => {
  const storage = { isPersistent: true, used: 1, free: 2 };

  test('says how many entries wait, and that there is no server', () => {
    const words = syncWords({ entries: 1864, storage, isOnline: false });
    expect(words.chip).toBe('On this laptop · 1,864 entries, not yet sent anywhere · no network');
    expect(words.isWarning).toBe(false);
    expect(words.text).toContain('nothing has been sent anywhere');
    expect(words.facts).toContainEqual(['Network', 'not connected (not needed)']);
  });

  test('warns when the browser may clear them', () => {
    const words = syncWords({ entries: 1, storage: { ...storage, isPersistent: false }, isOnline: true });
    expect(words).toMatchObject({ chip: 'On this laptop · 1 entry, may be cleared', isWarning: true });
  });

  test('does not warn while it is asked', () => {
    const words = syncWords({
      entries: undefined,
      storage: { ...storage, isPersistent: undefined },
      isOnline: true,
    });
    expect(words).toMatchObject({ chip: 'On this laptop, not yet sent anywhere', isWarning: false });
  });
});
