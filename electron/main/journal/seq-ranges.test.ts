import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeqRanges } from './seq-ranges.ts';

test('holds exactly what was added, in ranges that neither overlap nor touch', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (seqs) => {
      const ranges = new SeqRanges();
      for (const seq of seqs) ranges.add('a', seq);
      const list = ranges.list()[0]?.ranges ?? [];
      const held = list.flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      );
      expect(held).toEqual([...new Set(seqs)].sort((a, b) => a - b));
      list.slice(1).forEach((range, index) => expect(range.from).toBeGreaterThan((list[index]?.to ?? 0) + 1));
      for (let seq = 1; seq <= 30; seq += 1) expect(ranges.hasAny('a', seq, seq)).toBe(seqs.includes(seq));
    }),
    { numRuns: 500 },
  );
});

test('keeps replicas apart and tells the highest seq of each', () => {
  const ranges = new SeqRanges();
  ranges.add('a', 1);
  ranges.add('b', 7);
  ranges.add('a', 2);
  expect(ranges.list()).toEqual([
    { replica: 'a', seq: 2, ranges: [{ from: 1, to: 2 }] },
    { replica: 'b', seq: 7, ranges: [{ from: 7, to: 7 }] },
  ]);
  expect(ranges.hasAny('b', 1, 6)).toBe(false);
  expect(ranges.hasAny('b', 1, 7)).toBe(true);
  expect(ranges.hasAny('a', 2, 9)).toBe(true);
});
