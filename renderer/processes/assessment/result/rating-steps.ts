import type { Rating } from '#shared/assessment/scale.ts';

/** How much of a bar of three parts a rating fills: none for N, all for F; the lower half of P or L half a part less. */
export const ratingSteps: Readonly<Record<Rating, number>> = {
  N: 0,
  'P-': 0.5,
  P: 1,
  'P+': 1,
  'L-': 1.5,
  L: 2,
  'L+': 2,
  F: 3,
};
