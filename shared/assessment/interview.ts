import type { AttributeCode } from './attributes.ts';
import { itemsOf } from './coverage.ts';
import { attributesInScope, type AssessmentPlan, type Item, type ItemSource } from './workbook.ts';

/** A question of an interview sheet, about one outcome. */
export interface Question {
  readonly process: string;
  readonly attribute: AttributeCode;
  /** Code of the outcome: IM-O1, PA2.1-O1. */
  readonly outcome: string;
  readonly asks: string;
  /** What to let oneself be shown; '' where the model names nothing. */
  readonly look: string;
}

/** The questions about a process, from the outcomes and indicators of its attributes up to the target level. */
export function questionsOf(plan: AssessmentPlan, source: ItemSource, process: string): readonly Question[] {
  return attributesInScope(plan, process).flatMap((attribute) =>
    itemsOf(source, process, attribute).map((item) => ({
      process,
      attribute,
      outcome: item.code,
      asks: wordsOf(item),
      look: item.evidence ?? item.workProducts ?? '',
    })),
  );
}

/** The same outcome of an attribute is asked for each process, so a code alone does not name a question. */
export function questionKey({ process, outcome }: Pick<Question, 'process' | 'outcome'>): string {
  return `${process} ${outcome}`;
}

function wordsOf({ text, practice }: Item): string {
  return practice === undefined
    ? `How do you see to it that this holds: “${text}”?`
    : `How do you do this here: “${practice}”?`;
}
