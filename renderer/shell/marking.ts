import { parseMarking } from '#shared/definition/marking.ts';
import type { Pair } from '#renderer/ui/theme/tokens.ts';

/** Colours by level as United States systems show them, from UNCLASSIFIED to TOP SECRET. */
const colours: readonly Pair[] = [
  { fg: '#ffffff', bg: '#00702e' },
  { fg: '#ffffff', bg: '#502b85' },
  { fg: '#ffffff', bg: '#0033a0' },
  { fg: '#ffffff', bg: '#b50d26' },
  { fg: '#000000', bg: '#ff8c00' },
];

const other: Pair = { fg: '#ffffff', bg: '#3a4148' };

/** Colours of the banner for a marking such as `UNCLASSIFIED` or `CUI//SP-OPSEC`. */
export function markingColours(marking: string): Pair {
  return colours[parseMarking(marking).level] ?? other;
}
