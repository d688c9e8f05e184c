import {
  isRefined,
  plainOf,
  plainRatings,
  ratingOf,
  refinedRatingOf,
  refinedRatings,
  type Rating,
} from './scale.ts';
import { notApplicable, notRated, type Assessed } from './value.ts';

/** What becomes of a value that falls between two ratings. */
export type Rounding = 'down' | 'nearest' | 'up';

/**
 * How several values become one; recorded with the result. `median`: the middle one of the ordered ratings, of an even number the lower or upper of
 * the two in the middle. `mean`: arithmetic mean of the ratings as the numbers N 0, P 1, L 2, F 3, rounded (a half goes down with `nearest`).
 * `percent`: arithmetic mean of the percentages, as it falls on the scale. Source: ISO/IEC 33020, clause 5.5.
 */
export type AggregationRule =
  | { readonly by: 'median'; readonly evenNumber: 'lower' | 'upper' }
  | { readonly by: 'mean'; readonly rounding: Rounding }
  | { readonly by: 'percent' };

export interface Aggregated {
  readonly value: Assessed;
  /** How many values were rated, do not apply, and are not rated. */
  readonly counted: number;
  readonly notApplicable: number;
  readonly missing: number;
}

type Rated = Extract<Assessed, { kind: 'rated' }>;

/**
 * One value from several (one-dimensional aggregation). What does not apply is left out; what is not rated is left out and counted as missing.
 * Refined ratings stay refined where all P and L are, else all count as plain.
 * @throws RangeError for `percent` where a rated value has no percentage.
 */
export function aggregate(values: readonly Assessed[], rule: AggregationRule): Aggregated {
  const counted = values.filter((value): value is Rated => value.kind === 'rated');
  const left = values.filter(({ kind }) => kind === 'notApplicable').length;
  const missing = values.length - counted.length - left;
  const tally = { counted: counted.length, notApplicable: left, missing };
  if (counted.length === 0) {
    const isNothingToRate = values.length > 0 && left === values.length;
    return { ...tally, value: isNothingToRate ? notApplicable : notRated };
  }
  return { ...tally, value: withMissing(combine(counted, rule), missing) };
}

/**
 * One value from a table, first over each row and then over what the rows came to (two-dimensional aggregation). `missing` counts single values.
 * @param rows for example one for each outcome, with the values of all process instances in it.
 */
export function aggregateTable(
  rows: readonly (readonly Assessed[])[],
  inRow: AggregationRule,
  overRows: AggregationRule,
): Aggregated & { readonly rows: readonly Aggregated[] } {
  const first = rows.map((row) => aggregate(row, inRow));
  const missing = first.reduce((sum, row) => sum + row.missing, 0);
  const whole = aggregate(
    first.map(({ value }) => value),
    overRows,
  );
  const value = whole.value.kind === 'rated' ? withMissing(whole.value, missing) : whole.value;
  return { ...whole, value, missing, rows: first };
}

function withMissing({ kind, rating, percent }: Rated, missing: number): Rated {
  return {
    kind,
    rating,
    ...(percent === undefined ? {} : { percent }),
    ...(missing > 0 ? { missing } : {}),
  };
}

/** Rows become columns: aggregates over instances first instead of outcomes, or the other way round. */
export function turned(rows: readonly (readonly Assessed[])[]): readonly (readonly Assessed[])[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? notRated));
}

function combine(values: readonly Rated[], rule: AggregationRule): Rated {
  switch (rule.by) {
    case 'median':
      return { kind: 'rated', rating: median(values, rule.evenNumber) };
    case 'mean':
      return { kind: 'rated', rating: meanRating(values, rule.rounding) };
    case 'percent':
      return meanPercent(values);
  }
}

function median(values: readonly Rated[], evenNumber: 'lower' | 'upper'): Rating {
  const scale = scaleOf(values);
  const places = placesOn(scale, values).sort((a, b) => a - b);
  const middle = (places.length - 1) / 2;
  return ratingAt(scale, places[evenNumber === 'lower' ? Math.floor(middle) : Math.ceil(middle)]);
}

function meanRating(values: readonly Rated[], rounding: Rounding): Rating {
  const places = placesOn(plainRatings, values);
  const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
  return ratingAt(plainRatings, roundTo(mean, rounding));
}

function meanPercent(values: readonly Rated[]): Rated {
  const percents = values.map(({ percent, rating }) => {
    if (percent === undefined)
      throw new RangeError(`A rating of ${rating} without a percentage has no mean of percentages.`);
    return percent;
  });
  const percent = percents.reduce((sum, one) => sum + one, 0) / percents.length;
  const rating = scaleOf(values) === refinedRatings ? refinedRatingOf(percent) : ratingOf(percent);
  return { kind: 'rated', rating, percent };
}

function roundTo(mean: number, rounding: Rounding): number {
  switch (rounding) {
    case 'down':
      return Math.floor(mean);
    case 'up':
      return Math.ceil(mean);
    case 'nearest':
      return Math.ceil(mean - 0.5);
  }
}

/** N and F stand on both scales, so only the two in the middle tell which one was meant. */
function scaleOf(values: readonly Rated[]): readonly Rating[] {
  const middle = values.filter(({ rating }) => rating !== 'N' && rating !== 'F');
  return middle.length > 0 && middle.every(({ rating }) => isRefined(rating)) ? refinedRatings : plainRatings;
}

function placesOn(scale: readonly Rating[], values: readonly Rated[]): number[] {
  return values.map(({ rating }) => scale.indexOf(scale === plainRatings ? plainOf(rating) : rating));
}

function ratingAt(scale: readonly Rating[], place = 0): Rating {
  const rating = scale[place];
  if (rating === undefined) throw new RangeError(`There is no rating at place ${place} of the scale.`);
  return rating;
}
