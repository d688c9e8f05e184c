import type { Row } from '#renderer/data/data.ts';

/** Shorter words find everything. */
const shortest = 3;
const mostWords = 6;
/** Words that say nothing about what is meant. */
const plainWords = new Set(
  'and are but can cannot does for from has have how into its not nor off one out she that the their them then there they this was were what when where which who why will with you your'.split(
    ' ',
  ),
);

/** The words of a text worth looking for: the last few, without those that stand everywhere. */
export function significantWords(text: string): readonly string[] {
  const words = (text.match(/[\p{L}\p{N}-]+/gu) ?? []).map((word) => word.toLowerCase());
  const telling = words.filter((word) => word.length >= shortest && !plainWords.has(word));
  return [...new Set(telling)].slice(-mostWords);
}

/** The hits of one word. */
export interface WordHits {
  readonly total: number;
  readonly rows: readonly Row[];
}

/**
 * The rows that share the most telling words, best first. A word that few records hold tells more than one that many do.
 * The search itself wants every word, which a sentence being typed rarely meets.
 */
export function rankByWords(hits: readonly WordHits[], most: number): readonly Row[] {
  const scores = new Map<string, { row: Row; score: number }>();
  for (const { total, rows } of hits) {
    const weight = 1 / Math.log2(2 + total);
    for (const row of rows) {
      const known = scores.get(row.id);
      if (known) known.score += weight;
      else scores.set(row.id, { row, score: weight });
    }
  }
  return [...scores.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ row }) => row);
}
