import { cellKey, isNobodysOwn, spreadOf, type Cell } from '#shared/assessment/workbook.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import { assessedAs, assessedOf, cellOf } from '#shared/processes/improvement/plan.ts';

export interface WorkbookRow {
  readonly cell: Cell;
  readonly key: string;
  /** What the reader said, or the team agreed on. */
  readonly answer: RecordView | undefined;
  /** Ratings of all assessors that the reader may see, by assessor. */
  readonly ratings: readonly RecordView[];
}

/** Which lines are shown: all, those still to be answered, those on which assessors differ. */
export type WorkbookFilter = 'all' | 'open' | 'differ';

/** Makes lines of records. A line of which nothing changed stays the same object, so that the page draws only what did. */
export class LineMaker {
  #known: ReadonlyMap<string, WorkbookRow> = new Map();

  /** @param own the assessor whose own rating is the answer; undefined where it is the agreed one. */
  rows(
    cells: readonly Cell[],
    records: readonly RecordView[],
    own: string | undefined,
  ): readonly WorkbookRow[] {
    const keyed = records.flatMap((record) => {
      const cell = cellOf(record);
      return cell ? [{ key: cellKey(cell), record }] : [];
    });
    const byKey = groupBy(keyed, ({ key }) => key);
    const rows = cells.map((cell) => {
      const key = cellKey(cell);
      const row = rowOf(
        cell,
        (byKey.get(key) ?? []).map(({ record }) => record),
        own,
      );
      const known = this.#known.get(key);
      return known && isSame(known, row) ? known : row;
    });
    this.#known = new Map(rows.map((row) => [row.key, row]));
    return rows;
  }
}

function rowOf(cell: Cell, records: readonly RecordView[], own: string | undefined): WorkbookRow {
  const ratings = records
    .filter(({ type }) => type === 'rating')
    .toSorted((a, b) => textOf(a, 'assessor').localeCompare(textOf(b, 'assessor')));
  const answer =
    own === undefined
      ? records.find(({ type }) => type === 'agreed-rating')
      : ratings.find((rating) => textOf(rating, 'assessor') === own);
  return { cell, key: cellKey(cell), answer, ratings };
}

function isSame(one: WorkbookRow, other: WorkbookRow): boolean {
  return (
    one.answer === other.answer &&
    one.ratings.length === other.ratings.length &&
    one.ratings.every((rating, place) => rating === other.ratings[place])
  );
}

/** Do its assessors say different things? */
export function isDifferent({ ratings }: WorkbookRow): boolean {
  const { steps, isMixed } = spreadOf(ratings.map(assessedOf));
  return steps > 0 || isMixed;
}

/** Would it be what no assessor said, with no reason given? */
export function wouldLackReason({ answer, ratings }: WorkbookRow, value: string): boolean {
  const hasReason = answer !== undefined && textOf(answer, 'reason').trim() !== '';
  return !hasReason && isNobodysOwn(assessedAs(value), ratings.map(assessedOf));
}

/** The agreed rating is what no assessor said, and does not say why. */
export function lacksReason(row: WorkbookRow): boolean {
  const { answer } = row;
  return answer?.type === 'agreed-rating' && wouldLackReason(row, textOf(answer, 'value'));
}

/** Two of the team agreed on different ratings, neither knowing of the other. */
export function isSplit({ answer }: WorkbookRow): boolean {
  return answer?.conflicts.some(({ field }) => field === 'value') ?? false;
}

/** Is there still something to answer or to settle? */
export function isOpen(row: WorkbookRow): boolean {
  return !row.answer || textOf(row.answer, 'value') === '' || isSplit(row) || lacksReason(row);
}

export function passes(row: WorkbookRow, filter: WorkbookFilter): boolean {
  return filter === 'all' || (filter === 'open' ? isOpen(row) : isDifferent(row));
}

/** The first line after (or before) the one with this key of which something holds, going round at the end. */
export function nextRow(
  rows: readonly WorkbookRow[],
  key: string | undefined,
  holds: (row: WorkbookRow) => boolean,
): WorkbookRow | undefined {
  const place = rows.findIndex((row) => row.key === key);
  return [...rows.slice(place + 1), ...rows.slice(0, Math.max(place, 0))].find(holds);
}
