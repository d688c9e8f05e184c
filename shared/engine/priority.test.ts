import { describe, expect, test } from 'vitest';
import { configOf, viewOf } from '#test/support/views.ts';
import { emptyConfig } from '../definition/config.ts';
import type { RecordView } from '../definition/record.ts';
import { priorityOf } from './priority.ts';

const levels = ['1', '2', '3'];
const table = (config = emptyConfig) =>
  levels.map((impact) =>
    levels.map((urgency) => priorityOf(viewOf('incident', { impact, urgency }), config)),
  );

const matrix = (
  cells: readonly { impact: string; urgency: string; priority: string }[],
  state = 'active',
  updatedAt = 1,
  id = 'm',
) => viewOf('priority-matrix', { cells }, { state, updatedAt, id });

describe('priority', () => {
  test('PRI-1 by default impact and urgency together: 1 2 3 / 2 3 4 / 3 4 5', () => {
    expect(table()).toEqual([
      ['1', '2', '3'],
      ['2', '3', '4'],
      ['3', '4', '5'],
    ]);
  });

  test('PRI-1 none while impact or urgency is missing', () => {
    for (const fields of [{}, { impact: '1' }, { urgency: '1' }, { impact: null, urgency: '1' }]) {
      expect(priorityOf(viewOf('incident', fields), emptyConfig)).toBeNull();
    }
  });

  test('PRI-2 the matrix of the workspace goes before it; a pair that it does not have keeps the default', () => {
    const own = matrix([{ impact: '3', urgency: '3', priority: '1' }]);
    expect(table(configOf(own))).toEqual([
      ['1', '2', '3'],
      ['2', '3', '4'],
      ['3', '4', '1'],
    ]);
  });

  test('PRI-2 of several the newest that is active; of the same instant every device takes the same', () => {
    const at = (priority: string) => [{ impact: '1', urgency: '1', priority }];
    const first = (...records: readonly RecordView[]) => table(configOf(...records))[0]?.[0];
    expect(
      first(matrix(at('2'), 'active', 1), matrix(at('3'), 'active', 2), matrix(at('4'), 'retired', 3)),
    ).toBe('3');
    const [a, b] = [matrix(at('2'), 'active', 1, 'a'), matrix(at('3'), 'active', 1, 'b')];
    expect([first(a, b), first(b, a)]).toEqual(['3', '3']);
  });
});
