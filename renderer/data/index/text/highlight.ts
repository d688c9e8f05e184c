import { rawLength, isNumber } from './fold.ts';
import { parseQuery, type WordClause } from './query.ts';
import { tokenize, type Token } from './tokenize.ts';

/** A stretch of the text; joined in order they give the text back. */
export interface HighlightPart {
  readonly text: string;
  readonly hit: boolean;
}

type Range = readonly [start: number, end: number];
type Wanted = Pick<WordClause, 'term' | 'prefix'>;

function rangeOf(text: string, token: Token, wanted: Wanted): Range | undefined {
  if (token.term === wanted.term) return [token.start, token.end];
  if (!wanted.prefix || !token.term.startsWith(wanted.term)) return undefined;
  // A number is kept without its leading zeros, so a beginning of it has no place of its own in the text.
  if (isNumber(token.term)) return [token.start, token.end];
  return [token.start, token.start + rawLength(text.slice(token.start, token.end), wanted.term.length)];
}

const rangesOf = (text: string, tokens: readonly Token[], wanted: Wanted): Range[] =>
  tokens.map((token) => rangeOf(text, token, wanted)).filter((range) => range !== undefined);

function wantedRanges(text: string, query: string): Range[] {
  const tokens = tokenize(text);
  const wholes = tokens.filter((token) => token.kind === 'whole');
  const words = tokens.filter((token) => token.kind !== 'whole');
  return parseQuery(query).flatMap((clause) => {
    if (clause.kind === 'word') return rangesOf(text, words, clause);
    const found = rangesOf(text, wholes, clause);
    return found.length > 0 ? found : clause.parts.flatMap((part) => rangesOf(text, words, part));
  });
}

/** Splits a text into stretches that the query found and those between. Diacritics and case are seen as in the search. */
export function highlight(text: string, query: string): HighlightPart[] {
  const parts: HighlightPart[] = [];
  let done = 0;
  for (const [start, end] of wantedRanges(text, query).sort((a, b) => a[0] - b[0])) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    const last = parts.at(-1);
    if (from > done) parts.push({ text: text.slice(done, from), hit: false });
    // Hits that touch or overlap read as one.
    if (from === done && last?.hit === true)
      parts[parts.length - 1] = { text: last.text + text.slice(from, end), hit: true };
    else parts.push({ text: text.slice(from, end), hit: true });
    done = end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), hit: false });
  return parts;
}
