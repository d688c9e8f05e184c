import { describe, expect, test } from 'vitest';
import type { Row } from '#renderer/data/data.ts';
import { progressText, rollUp } from './roll-up.ts';

const item = (id: string, state: string): Row => ({
  id,
  type: 'request-item',
  cells: { state },
  labels: {},
  markings: {},
});
const task = (item_: string, order: number, state: string): Row => ({
  id: `${item_}-${order}`,
  type: 'request-task',
  cells: { item: item_, order, state },
  labels: {},
  markings: {},
});

describe('REQ-10 roll-up of tasks to items to the request', () => {
  test('completed and skipped tasks are done, cancelled ones do not count', () => {
    const found = rollUp(
      [item('a', 'inFulfilment')],
      [task('a', 1, 'completed'), task('a', 2, 'skipped'), task('a', 3, 'open'), task('a', 4, 'cancelled')],
    );
    expect(found).toMatchObject({ done: 2, total: 3, share: 2 / 3 });
  });

  test('an item left out counts for nothing', () => {
    const found = rollUp(
      [item('a', 'cancelled'), item('b', 'open')],
      [task('a', 1, 'cancelled'), task('b', 1, 'open')],
    );
    expect(found).toMatchObject({ done: 0, total: 1, share: 0 });
  });

  test('where the tasks are not to be seen, the item itself counts', () => {
    const found = rollUp([item('a', 'fulfilled'), item('b', 'inFulfilment')], []);
    expect(found).toMatchObject({ done: 1, total: 2 });
    expect(found.items.map(progressText)).toEqual(['', '']);
  });

  test('nothing at all is no progress', () => {
    expect(rollUp([], [])).toEqual({ items: [], done: 0, total: 0, share: 0 });
  });

  test('tasks stand in their order, under their item', () => {
    const found = rollUp(
      [item('a', 'open'), item('b', 'open')],
      [task('b', 1, 'open'), task('a', 2, 'open'), task('a', 1, 'completed')],
    );
    expect(found.items.map(({ tasks }) => tasks.map(({ row }) => row.id))).toEqual([['a-1', 'a-2'], ['b-1']]);
    expect(found.items.map(progressText)).toEqual(['1 of 2 tasks', '0 of 1 task']);
  });
});
