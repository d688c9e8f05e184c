/** The usual banner words, the lowest first, each with its other spellings. */
const scale: readonly (readonly [word: string, ...also: readonly string[]])[] = [
  ['UNCLASSIFIED', 'U'],
  ['CUI', 'CONTROLLED', 'CONTROLLED UNCLASSIFIED INFORMATION'],
  ['CONFIDENTIAL', 'C'],
  ['SECRET', 'S'],
  ['TOP SECRET', 'TS'],
];

export const usualMarkings: readonly string[] = scale.map(([word]) => word);
/** Of all words that are not on the scale: nobody here can say that they are low. */
const unknownLevel = scale.length;

/** A marking as it was read: its place on the scale, its word, and what stands behind `//`, in order. */
export interface Marking {
  /** 0 for UNCLASSIFIED and for no text at all, up to 4 for TOP SECRET; 5 for every other word. */
  readonly level: number;
  readonly word: string;
  readonly caveats: readonly string[];
}

/** Reads a marking such as `SECRET//NOFORN`. Case, spaces and brackets around it do not count. */
export function parseMarking(text: string): Marking {
  const bare = text
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .toUpperCase();
  const [first = '', ...rest] = bare.split('//').map((part) => part.trim().replaceAll(/\s+/g, ' '));
  const caveats = distinct(rest.filter((part) => part !== ''));
  if (first === '' && caveats.length === 0) return { level: 0, word: lowest, caveats };
  const level = scale.findIndex((words) => words.includes(first));
  return level === -1
    ? { level: unknownLevel, word: first, caveats }
    : { level, word: scale[level]?.[0] ?? first, caveats };
}

const lowest = scale[0]?.[0] ?? '';

/** As it stands in a banner. */
export function markingText({ word, caveats }: Marking): string {
  return [word, ...caveats].join('//');
}

/** Below 0 where the first is lower. Caveats do not count; words that are not on the scale rank as one. */
export function compareMarkings(a: string, b: string): number {
  return parseMarking(a).level - parseMarking(b).level;
}

export function isAboveLowest(marking: string): boolean {
  const { level, caveats } = parseMarking(marking);
  return level > 0 || caveats.length > 0;
}

/**
 * May what is marked so stand under this limit? A word that is not on the scale covers itself and UNCLASSIFIED only, and is
 * covered by itself only, as it cannot be compared.
 */
export function covers(limit: string, marking: string): boolean {
  const [most, asked] = [parseMarking(limit), parseMarking(marking)];
  if (most.level === unknownLevel) return asked.word === most.word || asked.level === 0;
  return asked.level <= most.level;
}

/**
 * The highest of several, with the caveats of all of them; words that are not on the scale all stay. '' where there are none.
 */
export function highestMarking(markings: Iterable<string>): string {
  const read = distinct([...markings]).map(parseMarking);
  if (read.length === 0) return '';
  const level = read.reduce((most, one) => Math.max(most, one.level), 0);
  const words = distinct(read.filter((one) => one.level === level).map(({ word }) => word)).toSorted();
  const caveats = distinct(read.flatMap((one) => one.caveats));
  return markingText({ level, word: words.join(' / '), caveats });
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
