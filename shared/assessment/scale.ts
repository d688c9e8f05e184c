/** Achievement of an attribute or outcome: not, partially, largely, fully. Source: ISO/IEC 33020, clause 5.3. */
export type PlainRating = 'N' | 'P' | 'L' | 'F';

/** With the two middle ones divided. */
export type RefinedRating = 'N' | 'P-' | 'P+' | 'L-' | 'L+' | 'F';

export type Rating = PlainRating | RefinedRating;

export const plainRatings: readonly PlainRating[] = ['N', 'P', 'L', 'F'];
export const refinedRatings: readonly RefinedRating[] = ['N', 'P-', 'P+', 'L-', 'L+', 'F'];

export const ratingNames: Readonly<Record<Rating, string>> = {
  N: 'Not achieved',
  P: 'Partially achieved',
  'P-': 'Partially achieved, lower half',
  'P+': 'Partially achieved, upper half',
  L: 'Largely achieved',
  'L-': 'Largely achieved, lower half',
  'L+': 'Largely achieved, upper half',
  F: 'Fully achieved',
};

/** Highest percentage that still counts as the rating; the next one begins right above it. */
const upTo: readonly (readonly [RefinedRating, number])[] = [
  ['N', 15],
  ['P-', 32.5],
  ['P+', 50],
  ['L-', 67.5],
  ['L+', 85],
  ['F', 100],
];

/** @param percent of achievement, 0 to 100. @throws RangeError outside of that. */
export function refinedRatingOf(percent: number): RefinedRating {
  const found = percent >= 0 ? upTo.find(([, highest]) => percent <= highest) : undefined;
  if (!found) throw new RangeError(`An achievement of ${percent} % is outside of 0 to 100 %.`);
  return found[0];
}

/** @param percent of achievement, 0 to 100. @throws RangeError outside of that. */
export function ratingOf(percent: number): PlainRating {
  return plainOf(refinedRatingOf(percent));
}

/** Percentages that a rating stands for: above `over` (from 0 for N), up to and with `to`. */
export function rangeOf(rating: Rating): { readonly over: number; readonly to: number } {
  const places = refinedRatings.flatMap((refined, place) =>
    refined === rating || plainOf(refined) === rating ? [place] : [],
  );
  const [first = 0, last = first] = [places[0], places.at(-1)];
  return { over: upTo[first - 1]?.[1] ?? 0, to: upTo[last]?.[1] ?? 100 };
}

export function isRefined(rating: Rating): rating is RefinedRating {
  return rating !== 'P' && rating !== 'L';
}

export function plainOf(rating: Rating): PlainRating {
  switch (rating) {
    case 'P-':
    case 'P+':
      return 'P';
    case 'L-':
    case 'L+':
      return 'L';
    default:
      return rating;
  }
}
