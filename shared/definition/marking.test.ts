import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareMarkings,
  covers,
  highestMarking,
  isAboveLowest,
  markingText,
  parseMarking,
  usualMarkings,
} from './marking.ts';

describe('the scale of markings', () => {
  test('MRK-101 the usual words stand in their order, in any case, in brackets and as portion marks', () => {
    expect(usualMarkings.map((marking) => parseMarking(marking).level)).toEqual([0, 1, 2, 3, 4]);
    expect(['(u)', ' secret ', 'TS', '(C)', 'Controlled'].map((text) => parseMarking(text).word)).toEqual([
      'UNCLASSIFIED',
      'SECRET',
      'TOP SECRET',
      'CONFIDENTIAL',
      'CUI',
    ]);
  });

  test('MRK-102 a word that is not on the scale ranks above all that are', () => {
    for (const text of ['NATO SECRET', 'SECRET-ISH', 'UNCLASSIFED', 'X', '//NOFORN']) {
      expect(compareMarkings(text, 'TOP SECRET')).toBeGreaterThan(0);
    }
  });

  test('MRK-103 caveats are kept, once each, and decide nothing', () => {
    expect(markingText(parseMarking('secret // noforn//NOFORN// orcon '))).toBe('SECRET//NOFORN//ORCON');
    expect(compareMarkings('SECRET//NOFORN', 'SECRET')).toBe(0);
    expect(isAboveLowest('UNCLASSIFIED//FOUO')).toBe(true);
    expect([isAboveLowest(''), isAboveLowest('(U)')]).toEqual([false, false]);
  });

  test('MRK-104 the highest has the caveats of all, and keeps every word that cannot be compared', () => {
    expect(highestMarking(['CUI//SP-OPSEC', 'SECRET//NOFORN', 'UNCLASSIFIED'])).toBe(
      'SECRET//SP-OPSEC//NOFORN',
    );
    expect(highestMarking(['TOP SECRET', 'NATO SECRET', 'BLUE'])).toBe('BLUE / NATO SECRET');
    expect(highestMarking([])).toBe('');
    const some = fc.constantFrom(...usualMarkings, 'BLUE', 'SECRET//NOFORN', 'CUI//SP-OPSEC', '');
    fc.assert(
      fc.property(fc.array(some, { minLength: 1 }), (texts) => {
        const highest = highestMarking(texts);
        expect(texts.every((text) => compareMarkings(highest, text) >= 0)).toBe(true);
        expect(highestMarking([highest, ...texts])).toBe(highest);
      }),
    );
  });

  test('MRK-105 a limit covers what is not above it; an unknown word covers itself and UNCLASSIFIED, and only it covers an unknown word', () => {
    expect(covers('SECRET', 'CUI//SP-OPSEC')).toBe(true);
    expect(covers('CUI', 'SECRET')).toBe(false);
    expect(covers('', 'UNCLASSIFIED')).toBe(true);
    expect(covers('', 'CUI')).toBe(false);
    expect(covers('BLUE', 'BLUE//X')).toBe(true);
    expect(covers('BLUE', 'CUI')).toBe(false);
    expect(covers('BLUE', 'U')).toBe(true);
    expect(covers('TOP SECRET', 'BLUE')).toBe(false);
  });
});
