import { finalParts } from '#shared/processes/request/rules.ts';
import type { Row } from '#renderer/data/data.ts';
import { groupBy } from '../support/group-by.ts';

export interface TaskLine {
  readonly row: Row;
  readonly isOpen: boolean;
}

export interface ItemProgress {
  readonly row: Row;
  /** In their order; empty where it has none, or the actor may not see them. */
  readonly tasks: readonly TaskLine[];
  readonly done: number;
  /** Tasks that count: cancelled ones do not. An item without tasks counts as one. */
  readonly total: number;
}

export interface RollUp {
  readonly items: readonly ItemProgress[];
  readonly done: number;
  readonly total: number;
  /** 0 to 1; 0 where nothing counts. */
  readonly share: number;
}

function numberOf(row: Row, column: string): number {
  const value = row.cells[column];
  return typeof value === 'number' ? value : 0;
}

/** How far the items of a request are, from their tasks. Done is what was completed or found to be not needed. */
export function rollUp(items: readonly Row[], tasks: readonly Row[]): RollUp {
  const byItem = groupBy(tasks, (row) => String(row.cells['item']));
  const progress = items.map((row) => itemProgress(row, byItem.get(row.id) ?? []));
  const done = progress.reduce((sum, item) => sum + item.done, 0);
  const total = progress.reduce((sum, item) => sum + item.total, 0);
  return { items: progress, done, total, share: total === 0 ? 0 : done / total };
}

function itemProgress(row: Row, rows: readonly Row[]): ItemProgress {
  const state = String(row.cells['state']);
  const tasks = rows
    .toSorted((a, b) => numberOf(a, 'order') - numberOf(b, 'order'))
    .map((task) => ({ row: task, isOpen: !finalParts.includes(String(task.cells['state'])) }));
  if (state === 'cancelled') return { row, tasks, done: 0, total: 0 };
  const counting = tasks.filter((task) => task.row.cells['state'] !== 'cancelled');
  if (counting.length === 0) return { row, tasks, done: state === 'fulfilled' ? 1 : 0, total: 1 };
  return { row, tasks, done: counting.filter((task) => !task.isOpen).length, total: counting.length };
}

/** Progress in words: "2 of 3 tasks", or the plain state of an item without tasks. */
export function progressText({ tasks, done, total }: ItemProgress): string {
  if (tasks.length === 0 || total === 0) return '';
  return `${done} of ${total === 1 ? '1 task' : `${total} tasks`}`;
}
