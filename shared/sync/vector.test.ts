import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countEntries,
  covers,
  emptyVector,
  heldOf,
  intersectVectors,
  isVector,
  mergeVectors,
  missingFrom,
  type Vector,
} from './vector.ts';

const [a, b, c] = ['AAAAAAAAAAA', 'BBBBBBBBBBB', 'CCCCCCCCCCC'] as const;
const vector: fc.Arbitrary<Vector> = fc.dictionary(fc.constantFrom(a, b, c), fc.integer({ min: 1, max: 9 }), {
  noNullPrototype: true,
});

describe('version vectors', () => {
  test('SYN-110 a vector says exactly what is held, so what is missing are ends of logs', () => {
    expect(missingFrom({ [a]: 3, [b]: 7 }, { [b]: 9, [a]: 3, [c]: 2 })).toEqual([
      { replica: b, from: 8, to: 9 },
      { replica: c, from: 1, to: 2 },
    ]);
    expect(missingFrom({ [a]: 3 }, emptyVector)).toEqual([]);
    expect(heldOf({ [a]: 3 }, 'constructor')).toBe(0);
    expect(countEntries({ [a]: 3, [b]: 7 })).toBe(10);
  });

  test('SYN-110 merged holds both, shared is held by both, and nothing is missing where one covers the other', () => {
    fc.assert(
      fc.property(vector, vector, (one, other) => {
        const both = mergeVectors(one, other);
        const shared = intersectVectors(one, other);
        expect(covers(both, one) && covers(both, other)).toBe(true);
        expect(covers(one, shared) && covers(other, shared)).toBe(true);
        expect(both).toEqual(mergeVectors(other, one));
        expect(missingFrom(one, other).length === 0).toBe(covers(one, other));
        const filled = missingFrom(one, other).reduce(
          (held, { replica, to }) => ({ ...held, [replica]: to }),
          one,
        );
        expect(filled).toEqual(both);
      }),
    );
  });

  test('SYN-110 what is no vector is known', () => {
    expect([{}, { [a]: 1 }].map(isVector)).toEqual([true, true]);
    const others = [null, [], 'x', { [a]: 0 }, { [a]: 1.5 }, { [a]: '1' }, { short: 1 }];
    expect(others.filter(isVector)).toEqual([]);
  });
});
