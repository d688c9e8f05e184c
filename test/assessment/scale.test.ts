import { describe, expect, it } from 'vitest';
import {
  rangeOf,
  ratingOf,
  refinedRatingOf,
  type PlainRating,
  type Rating,
  type RefinedRating,
} from '#shared/assessment/scale.ts';

/** By hand, from N 0–15, P >15–50 (halves at 32.5), L >50–85 (halves at 67.5), F >85–100. */
const boundaries: readonly (readonly [percent: number, plain: PlainRating, refined: RefinedRating])[] = [
  [0, 'N', 'N'],
  [7.5, 'N', 'N'],
  [14.99, 'N', 'N'],
  [15, 'N', 'N'],
  [15.01, 'P', 'P-'],
  [16, 'P', 'P-'],
  [32.49, 'P', 'P-'],
  [32.5, 'P', 'P-'],
  [32.51, 'P', 'P+'],
  [33, 'P', 'P+'],
  [49.99, 'P', 'P+'],
  [50, 'P', 'P+'],
  [50.01, 'L', 'L-'],
  [51, 'L', 'L-'],
  [67.49, 'L', 'L-'],
  [67.5, 'L', 'L-'],
  [67.51, 'L', 'L+'],
  [68, 'L', 'L+'],
  [84.99, 'L', 'L+'],
  [85, 'L', 'L+'],
  [85.01, 'F', 'F'],
  [86, 'F', 'F'],
  [99.951, 'F', 'F'],
  [100, 'F', 'F'],
];

describe('ASM-101 the scale', () => {
  it.each(boundaries)('%d %% is %s, refined %s', (percent, plain, refined) => {
    expect(ratingOf(percent)).toBe(plain);
    expect(refinedRatingOf(percent)).toBe(refined);
  });

  it.each([-0.01, 100.01, Number.NaN, Infinity])('%d %% is no achievement', (percent) => {
    expect(() => ratingOf(percent)).toThrow(RangeError);
  });

  it.each<[Rating, number, number]>([
    ['N', 0, 15],
    ['P', 15, 50],
    ['P-', 15, 32.5],
    ['P+', 32.5, 50],
    ['L', 50, 85],
    ['L-', 50, 67.5],
    ['L+', 67.5, 85],
    ['F', 85, 100],
  ])('%s stands for more than %d up to %d %%', (rating, over, to) => {
    expect(rangeOf(rating)).toEqual({ over, to });
  });
});
