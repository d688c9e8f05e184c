import { orderLines } from '#shared/processes/request/money.ts';
import { rowsOf } from '#shared/processes/support/rows.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { Config } from '#shared/definition/config.ts';
import type { TableRow } from '#shared/definition/values.ts';

export type AnswerKind = 'text' | 'number' | 'date' | 'yesNo';

export interface Question {
  /** Tells it apart from the questions of other items. */
  readonly key: string;
  readonly label: string;
  readonly kind: AnswerKind;
  readonly isRequired: boolean;
}

export interface QuestionGroup {
  /** Id of the catalogue item. */
  readonly item: string;
  readonly name: string;
  readonly questions: readonly Question[];
}

/** Answers as they are typed, by the key of their question. */
export type Answers = Readonly<Record<string, string>>;

function kindOf(value: TableRow[string] | undefined): AnswerKind {
  return value === 'number' || value === 'date' || value === 'yesNo' ? value : 'text';
}

export function questionsOfItem(item: RecordView): QuestionGroup {
  const questions = rowsOf(item, 'questions').map((row) => {
    const label = String(row['label'] ?? '');
    return {
      key: `${item.id} ${label}`,
      label,
      kind: kindOf(row['kind']),
      isRequired: row['required'] === true,
    };
  });
  return { item: item.id, name: textOf(item, 'name'), questions };
}

/** What the items of a request ask, each item once; items without questions are left out. */
export function questionsOf(record: RecordView, config: Config): readonly QuestionGroup[] {
  const items = new Map(orderLines(record, config).map(({ item }) => [item.id, item]));
  return [...items.values()].map(questionsOfItem).filter(({ questions }) => questions.length > 0);
}

/** A row of no named item answers the question of that label wherever it is asked (REQ-2). */
function answersTo(row: TableRow, item: string, label: string): boolean {
  return row['question'] === label && (!row['item'] || row['item'] === item);
}

/** The given answers of a request's rows; '' where a question is open. */
export function readAnswers(groups: readonly QuestionGroup[], rows: readonly TableRow[]): Answers {
  const entries = groups.flatMap(({ item, questions }) =>
    questions.map(({ key, label }) => {
      const fitting = rows.filter((row) => answersTo(row, item, label));
      const own = fitting.find((row) => row['item'] === item) ?? fitting[0];
      return [key, String(own?.['answer'] ?? '')] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/** Rows that answer no question of the present items: an item was taken off, or its questions were changed. */
export function strayRows(groups: readonly QuestionGroup[], rows: readonly TableRow[]): readonly TableRow[] {
  return rows.filter(
    (row) =>
      !groups.some(({ item, questions }) => questions.some(({ label }) => answersTo(row, item, label))),
  );
}

/** The rows to save: one for each question that is answered, and those that answer none of them as they were. */
export function writeAnswers(
  groups: readonly QuestionGroup[],
  answers: Answers,
  before: readonly TableRow[],
): readonly TableRow[] {
  const rows = groups.flatMap(({ item, questions }) =>
    questions.flatMap(({ key, label }) => {
      const answer = (answers[key] ?? '').trim();
      return answer === '' ? [] : [{ item, question: label, answer }];
    }),
  );
  return [...rows, ...strayRows(groups, before)];
}

/** What is wrong with the answers, by question; `isComplete` asks for the required ones as well. */
export function checkAnswers(
  groups: readonly QuestionGroup[],
  answers: Answers,
  isComplete: boolean,
): Readonly<Record<string, string>> {
  const faults = groups.flatMap(({ questions }) =>
    questions.flatMap((question) => {
      const fault = faultOf(question, (answers[question.key] ?? '').trim(), isComplete);
      return fault === undefined ? [] : [[question.key, fault] as const];
    }),
  );
  return Object.fromEntries(faults);
}

function faultOf(
  { kind, label, isRequired }: Question,
  answer: string,
  isComplete: boolean,
): string | undefined {
  if (answer === '') return isComplete && isRequired ? `“${label}” must be answered.` : undefined;
  if (kind === 'number' && !Number.isFinite(Number(answer.replace(',', '.')))) {
    return `“${label}” asks for a number, not “${answer}”.`;
  }
  if (kind === 'date' && !isDate(answer)) return `“${label}” asks for a date, not “${answer}”.`;
  if (kind === 'yesNo' && answer !== 'yes' && answer !== 'no') {
    return `“${label}” asks for yes or no, not “${answer}”.`;
  }
  return undefined;
}

function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** How many of the required questions are open. */
export function openQuestions(groups: readonly QuestionGroup[], answers: Answers): number {
  return groups
    .flatMap(({ questions }) => questions)
    .filter(({ key, isRequired }) => isRequired && (answers[key] ?? '').trim() === '').length;
}

/** An answer as it is read. */
export function answerText(kind: AnswerKind, answer: string): string {
  if (kind === 'yesNo') return answer === 'yes' ? 'Yes' : answer === 'no' ? 'No' : answer;
  return answer;
}
