import { clip, fold, foldWhole, isAscii, isNumber, withoutLeadingZeros } from './fold.ts';

/**
 * What a token is. `word`: a plain word, or one part of a compound such as INC-7K-00042. `gram`: two neighbouring
 * characters of a script without spaces; `lone`: one such character by itself. `whole`: a compound with a digit or @ (record number, e-mail, address, versioned name).
 * `extra`: a further way to find a word (the digits of KB00123, the humps of camelCase), never demanded of a record.
 */
export type TokenKind = 'word' | 'gram' | 'lone' | 'whole' | 'extra';

const JOINER = /[-_.@/\\:]/;

/** One way to find a stretch of text: `text.slice(start, end)`, compared in the form `term`. Tokens of one compound share `group`. */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  readonly group: number;
}

/** Tells the term of a `whole` from that of a word. */
export const isWhole = (term: string): boolean => JOINER.test(term);

export type Emit = (term: string, start: number, end: number, kind: TokenKind, group: number) => void;

const LETTER = String.raw`\u200d\u200c\u00ad\p{L}\p{N}\p{M}\uff9e\uff9f`;
const CHUNK = new RegExp(`[${LETTER}]+(?:['’\\-_.@/\\\\:][${LETTER}]+)*`, 'gu');
const PART = /[^-_.@/\\:]+/g;
const IDENTIFIER = /[\p{N}@]/u;
const NO_SPACES =
  /(?:[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\uff9e\uff9f]\p{M}*)+/gu;
const CHARACTER = /[^][\p{M}\uff9e\uff9f]*/gu;
const HUMP = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const CODE = /^(\p{L}+)(\d{2,})$/u;

function humps(raw: string, start: number, group: number, emit: Emit): void {
  let at = start;
  for (const hump of raw.split(HUMP)) {
    const term = fold(hump);
    if (term !== '') emit(clip(term), at, at + hump.length, 'extra', group);
    at += hump.length;
  }
}

function word(raw: string, start: number, group: number, emit: Emit): void {
  const folded = fold(raw);
  if (folded === '') return;
  const end = start + raw.length;
  const last = folded.charCodeAt(folded.length - 1);
  const endsInDigit = last >= 48 && last <= 57;
  if (endsInDigit && isNumber(folded)) {
    emit(clip(withoutLeadingZeros(folded)), start, end, 'word', group);
    return;
  }
  emit(clip(folded), start, end, 'word', group);
  const code = endsInDigit ? CODE.exec(raw) : null;
  const digits = code?.[2];
  if (digits !== undefined) emit(clip(withoutLeadingZeros(digits)), end - digits.length, end, 'extra', group);
  if (raw !== folded && HUMP.test(raw)) humps(raw, start, group, emit);
  const mark = raw.search(/['’]/);
  if (mark >= 2) emit(clip(fold(raw.slice(0, mark))), start, start + mark, 'extra', group);
  if (mark >= 0 && raw.length - mark > 3)
    emit(clip(fold(raw.slice(mark + 1))), start + mark + 1, end, 'extra', group);
}

function grams(run: string, start: number, group: number, emit: Emit): void {
  const characters: { text: string; at: number; end: number }[] = [];
  for (const found of run.matchAll(CHARACTER)) {
    const text = fold(found[0]);
    if (text !== '')
      characters.push({ text, at: start + found.index, end: start + found.index + found[0].length });
  }
  characters.forEach((character, index) => {
    const next = characters[index + 1];
    if (next !== undefined) emit(character.text + next.text, character.at, next.end, 'gram', group);
    // The last character of a run begins no pair, yet must be found alone.
    else emit(character.text, character.at, character.end, characters.length === 1 ? 'lone' : 'extra', group);
  });
}

function part(raw: string, start: number, group: number, emit: Emit): void {
  if (isAscii(raw)) {
    word(raw, start, group, emit);
    return;
  }
  let at = 0;
  for (const run of raw.matchAll(NO_SPACES)) {
    if (run.index > at) word(raw.slice(at, run.index), start + at, group, emit);
    grams(run[0], start + run.index, group, emit);
    at = run.index + run[0].length;
  }
  if (at < raw.length) word(raw.slice(at), start + at, group, emit);
}

/** Calls `emit` for every token of the text, in order; a compound's `whole` comes before its parts. */
export function scan(text: string, emit: Emit): void {
  let group = 0;
  for (const found of text.matchAll(CHUNK)) {
    const chunk = found[0];
    const start = found.index;
    if (JOINER.test(chunk)) {
      if (IDENTIFIER.test(chunk)) {
        const whole = foldWhole(chunk);
        if (whole !== '') emit(clip(whole), start, start + chunk.length, 'whole', group);
      }
      for (const piece of chunk.matchAll(PART)) part(piece[0], start + piece.index, group, emit);
    } else {
      part(chunk, start, group, emit);
    }
    group += 1;
  }
}

/** The tokens of a text with their places in it (UTF-16 offsets). Index, query and highlighter all use this. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  scan(text, (term, start, end, kind, group) => tokens.push({ term, start, end, kind, group }));
  return tokens;
}
