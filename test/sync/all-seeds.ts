import { describe, expect, test } from 'vitest';
import { simulate } from './simulate.ts';

const inOneTest = 25;

/** Tests of the simulator over seeds from a number on. */
export function testSeeds(from: number, count: number): void {
  describe('SYN-501 whatever happens between laptops and hubs, all end with the same and nothing is lost', () => {
    const starts = Array.from(
      { length: Math.ceil(count / inOneTest) },
      (_, index) => from + index * inOneTest,
    );
    test.each(starts)('seeds from %i on', async (start) => {
      for (let seed = start; seed < Math.min(start + inOneTest, from + count); seed += 1)
        await simulate(seed);
      expect.assertions(0);
    });
  });
}
