export interface TextPart {
  /** Offset in the text. */
  readonly at: number;
  readonly text: string;
  readonly found: boolean;
}

const marks = /\p{M}/gu;

/** Lower case without accents, one unit for each unit of the input, so that offsets keep their meaning. */
function plain(text: string): string {
  return text.replaceAll(/./gsu, (letter) => {
    const folded = letter.normalize('NFD').replace(marks, '').toLowerCase();
    return folded.length === letter.length ? folded : letter;
  });
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}

/** Cuts a text where one of the words begins a word of it, regardless of case and accents. */
export function splitHighlights(text: string, words: readonly string[]): readonly TextPart[] {
  const haystack = plain(text);
  const needles = words
    .map(plain)
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length);
  const parts: TextPart[] = [];
  let from = 0;
  for (let at = 0; at < haystack.length; at++) {
    if (!isWordStart(haystack, at)) continue;
    const hit = needles.find((needle) => haystack.startsWith(needle, at));
    if (!hit) continue;
    if (at > from) parts.push({ at: from, text: text.slice(from, at), found: false });
    parts.push({ at, text: text.slice(at, at + hit.length), found: true });
    from = at + hit.length;
    at = from - 1;
  }
  if (from < text.length || parts.length === 0)
    parts.push({ at: from, text: text.slice(from), found: false });
  return parts;
}
