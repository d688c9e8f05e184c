/** How a value stands in a package. From `firstShape` on, an object of a shape; the number says which. */
export const kinds = {
  null: 0,
  false: 1,
  true: 2,
  /** Whole number, zigzag. */
  whole: 3,
  /** Eight bytes: fractions, minus zero, very large numbers. */
  float: 4,
  /** Milliseconds, against the moment before. */
  time: 5,
  text: 6,
  /** Record id. */
  id: 7,
  /** Reference to an entry. */
  ref: 8,
  list: 9,
  /** List of one reference to an entry, as nearly every base is. */
  oneRef: 10,
  emptyList: 11,
  /** A text that stands in the shape itself. */
  literal: 12,
} as const;

/** In a package: an object whose shape is defined right here. Above it: shape 0, 1, 2 … */
export const newShape = 16;
export const firstShape = 17;

/** As canonical JSON has it; a deeper value has no hash. */
export const deepest = 200;

/** Milliseconds since about 2001: a whole number from here on is taken for a moment. */
export const firstTime = 1e12;

/** Largest whole number that is written as one; any two are less than `largestZigzag` apart. */
export const largestWhole = 2 ** 50;

/** The first moment that others are written against. */
export function nearTime(wall: number): number {
  return Math.abs(wall) <= largestWhole ? wall : 0;
}

/** Members of an entry that are computed or have columns of their own. The stamp has too, but a newer version may say more of it. */
export const inColumns: ReadonlySet<string> = new Set(['replica', 'seq', 'prev', 'actor', 'record']);
export const inColumnsWithStamp: ReadonlySet<string> = new Set([...inColumns, 'stamp']);
