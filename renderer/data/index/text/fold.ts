/** Longest word the index keeps, in UTF-16 units; longer runs (keys, dumps) are cut at both index and query time. */
export const LONGEST_TERM = 64;

const ASCII = /^[\u0000-\u007f]*$/;
// Only marks that are optional in writing: accents, Hebrew points, Arabic vowel signs. Vowel signs of Indic and
// South-East Asian scripts and the Japanese voicing marks carry meaning and stay.
const OPTIONAL_MARKS =
  /[\u0300-\u036f]|[\u0591-\u05bd]|[\u05bf-\u05c7]|[\u0610-\u061a]|\u0640|[\u064b-\u065f]|\u0670|[\u06d6-\u06dc]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20f0]|[\ufe20-\ufe2f]/gu;
const NOT_IN_WORD = /[^\p{L}\p{N}\p{M}]/gu;
const NOT_IN_WHOLE = /[^\p{L}\p{N}\p{M}\-_.@/\\:]/gu;
const SPELLED_OUT = /[ßæœøłđðþıς٠-٩۰-۹०-९]/gu;
const SPELLING: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const ZERO_DIGITS = [0x0660, 0x06f0, 0x0966];

const spell = (letter: string): string => {
  const spelled = SPELLING[letter];
  if (spelled !== undefined) return spelled;
  const code = letter.charCodeAt(0);
  const zero = ZERO_DIGITS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? letter : String(code - zero);
};

export const isAscii = (text: string): boolean => ASCII.test(text);

/**
 * The form in which a word is compared: lower case, compatibility forms resolved (NFKD), optional marks removed,
 * letters without a decomposition spelled out, digits of other scripts as 0-9. May be empty.
 */
export const fold = (raw: string): string => folded(raw, NOT_IN_WORD);

/** The same for a compound, whose joining signs stay. */
export const foldWhole = (raw: string): string => folded(raw, NOT_IN_WHOLE);

function folded(raw: string, dropped: RegExp): string {
  if (isAscii(raw)) return raw.includes("'") ? raw.toLowerCase().replaceAll("'", '') : raw.toLowerCase();
  return raw
    .normalize('NFKD')
    .toLowerCase()
    .replace(OPTIONAL_MARKS, '')
    .replace(SPELLED_OUT, spell)
    .normalize('NFC')
    .replace(dropped, '');
}

/** Numbers are compared without leading zeros, so that 42 finds 00042. */
export const withoutLeadingZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

export const isNumber = (term: string): boolean => /^\d+$/.test(term);

/** A term as it is stored: cut to the longest length, never through a surrogate pair. */
export function clip(term: string): string {
  if (term.length <= LONGEST_TERM) return term;
  const cut = term.slice(0, LONGEST_TERM);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** UTF-16 length of the shortest beginning of `raw` whose folded form has at least `folded` units. */
export function rawLength(raw: string, folded: number): number {
  let length = 0;
  for (const letter of raw) {
    if (fold(raw.slice(0, length)).length >= folded) break;
    length += letter.length;
  }
  // Marks that fold away belong to the letter before them.
  for (const letter of raw.slice(length)) {
    if (fold(letter) !== '') break;
    length += letter.length;
  }
  return length;
}
