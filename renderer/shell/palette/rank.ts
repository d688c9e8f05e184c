/** Something that can be found by its words. */
export interface Rankable {
  readonly label: string;
  /** Other words that people may type for it. */
  readonly also?: string | undefined;
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const points = {
  wholeLabel: 100,
  labelStart: 60,
  word: 30,
  wordStart: 20,
  initials: 15,
  inside: 5,
  also: 0.5,
} as const;

function wordPoints(sought: string, words: readonly string[]): number {
  if (words.includes(sought)) return points.word;
  if (words.some((word) => word.startsWith(sought))) return points.wordStart;
  return sought.length >= 3 && words.some((word) => word.includes(sought)) ? points.inside : 0;
}

/**
 * How well a text fits what was typed; 0 where it does not. Every typed word has to be found, as a beginning of a word, inside
 * one from three letters on, or as initials ("nsr" for "New service request").
 */
export function score(typed: string, item: Rankable): number {
  const sought = wordsOf(typed);
  if (sought.length === 0) return 1;
  const label = wordsOf(item.label);
  const also = wordsOf(item.also ?? '');
  const joined = label.join(' ');
  const phrase = sought.join(' ');
  if (joined === phrase) return points.wholeLabel;
  const bonus = joined.startsWith(phrase) ? points.labelStart : 0;
  let sum = 0;
  for (const word of sought) {
    const found = Math.max(wordPoints(word, label), wordPoints(word, also) * points.also);
    if (found === 0) return isInitials(phrase, label) ? points.initials : 0;
    sum += found;
  }
  // Of two equal fits the shorter label is the likelier one.
  return bonus + sum / sought.length - Math.min(joined.length, 99) / 100;
}

function isInitials(phrase: string, label: readonly string[]): boolean {
  if (phrase.length < 2 || phrase.includes(' ')) return false;
  return label
    .map((word) => word[0])
    .join('')
    .startsWith(phrase);
}

/** The items that fit, best first; equals keep their order. */
export function rank<T extends Rankable>(typed: string, items: readonly T[], limit: number): readonly T[] {
  return items
    .map((item) => ({ item, points: score(typed, item) }))
    .filter((one) => one.points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, limit)
    .map(({ item }) => item);
}
