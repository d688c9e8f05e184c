import type { Comparable } from '../../assessment/compare.ts';
import type { Assessed } from '../../assessment/value.ts';
import { cellKey, type Cell } from '../../assessment/workbook.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { assessedOf, cellOf } from './plan.ts';

/** What was agreed on, by cell. @param ratings records of type `agreed-rating` of one assessment. */
export function agreedValues(ratings: readonly RecordView[]): (cell: Cell) => Assessed | undefined {
  const values = new Map(
    ratings.flatMap((rating) => {
      const cell = cellOf(rating);
      return cell ? [[cellKey(cell), assessedOf(rating)] as const] : [];
    }),
  );
  return (cell) => values.get(cellKey(cell));
}

/** Until the report is closed, ratings may still change. */
export function isProvisional({ state }: RecordView): boolean {
  return state !== 'reported';
}

/** What is compared of an assessment of this workspace. @param unit name of the unit that was assessed. @param model code of its reference model. */
export function comparableOf(assessment: RecordView, unit: string, model: string): Comparable {
  return {
    id: assessment.id,
    title: textOf(assessment, 'name'),
    unit,
    on: assessedOn(assessment),
    model,
    class: textOf(assessment, 'class'),
    scale: textOf(assessment, 'scale'),
    isProvisional: isProvisional(assessment),
  };
}

/** The last day on site, or the first, or the day on which the record was made: 2026-11-22. */
function assessedOn(assessment: RecordView): string {
  return (
    textOf(assessment, 'until') ||
    textOf(assessment, 'from') ||
    new Date(assessment.createdAt).toISOString().slice(0, 10)
  );
}
