import { describe, expect, test } from 'vitest';
import { contrast } from '#renderer/ui/theme/contrast.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { markingColours } from './marking.ts';
import { navigationOf } from './rail/navigation-model.ts';

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
