// Up to this length engines copy a part of a string; a longer part keeps the whole text alive.
const LONGEST_COPIED = 12;

/** `text.slice(start, end)` that shares no memory with the text. */
export function ownCopy(text: string, start = 0, end = text.length): string {
  if (end - start <= LONGEST_COPIED) return text.slice(start, end);
  const codes: number[] = [];
  for (let at = start; at < end; at += 1) codes.push(text.charCodeAt(at));
  return String.fromCharCode(...codes);
}
