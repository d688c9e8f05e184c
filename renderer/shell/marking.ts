import type { Pair } from '#renderer/ui/theme/tokens.ts';

/** Colours by level as United States systems show them; the longest matching word decides. */
const levels: readonly (readonly [RegExp, Pair])[] = [
  [/^TOP SECRET\b/, { fg: '#000000', bg: '#ff8c00' }],
  [/^SECRET\b/, { fg: '#ffffff', bg: '#b50d26' }],
  [/^CONFIDENTIAL\b/, { fg: '#ffffff', bg: '#0033a0' }],
  [/^(CUI|CONTROLLED)\b/, { fg: '#ffffff', bg: '#502b85' }],
  [/^UNCLASSIFIED\b/, { fg: '#ffffff', bg: '#00702e' }],
];

const other: Pair = { fg: '#ffffff', bg: '#3a4148' };

/** Colours of the banner for a marking such as `UNCLASSIFIED` or `CUI//SP-OPSEC`. */
export function markingColours(marking: string): Pair {
  const text = marking.trim().toUpperCase();
  return levels.find(([pattern]) => pattern.test(text))?.[1] ?? other;
}
