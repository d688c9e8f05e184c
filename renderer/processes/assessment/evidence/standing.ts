import type { CoverageCell, Standing } from '#shared/assessment/coverage.ts';

/** How a standing is told: a sign, and what it means for the assessor. */
export const standings: Readonly<Record<Standing, { readonly sign: string; readonly label: string }>> = {
  seen: { sign: '●', label: 'Seen' },
  partly: { sign: '◐', label: 'Seen in part' },
  toJudge: { sign: '?', label: 'To be judged' },
  asked: { sign: '…', label: 'Asked for' },
  needed: { sign: '○', label: 'Needed, not asked for' },
  nothing: { sign: '–', label: 'Nothing yet' },
};

export const standingOrder: readonly Standing[] = ['seen', 'partly', 'toJudge', 'asked', 'needed', 'nothing'];

/** A cell in words: "Seen in part, 2 of 6 outcomes, 3 pieces". */
export function standingWords({ standing, seen, items, pieces }: CoverageCell): string {
  const parts = [
    standings[standing].label,
    items.length > 0 ? `${seen} of ${items.length} outcomes` : '',
    pieces.length === 1 ? '1 piece' : `${pieces.length} pieces`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** The same with its name: "IM PA 1.1: …". */
export function cellWords(cell: CoverageCell): string {
  const words = standingWords(cell);
  return `${cell.process} PA ${cell.attribute}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
