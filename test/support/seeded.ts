import type { RandomSource } from '#shared/kernel/platform.ts';

/** Bytes that are the same in every run (xorshift). @param seed above 0. */
export function seededBytes(seed: number): RandomSource {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state & 255;
    });
}
