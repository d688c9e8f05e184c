import type { Assessed } from './value.ts';
import { cellsOf, type AssessmentPlan, type Cell, type ItemSource } from './workbook.ts';

/** How much of what is to be rated was agreed on; "does not apply" is an answer. */
export interface Progress {
  readonly rated: number;
  readonly of: number;
}

/** @param agreed the agreed value of a cell; undefined where there is none. */
export function progressOf(
  plan: AssessmentPlan,
  source: ItemSource,
  agreed: (cell: Cell) => Assessed | undefined,
): Progress {
  const cells = cellsOf(plan, source);
  const rated = cells.filter((cell) => (agreed(cell)?.kind ?? 'notRated') !== 'notRated');
  return { rated: rated.length, of: cells.length };
}
