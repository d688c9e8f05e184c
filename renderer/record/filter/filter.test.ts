import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeCondition } from './describe.ts';
import {
  applyFilter,
  matchesFilter,
  toggleSort,
  withCondition,
  withoutCondition,
  withText,
} from './edit-query.ts';
import { operatorsFor, readCondition } from './operators.ts';
import type { Column, ColumnKind } from '../columns/columns.ts';

function column(kind: ColumnKind, more: Partial<Column> = {}): Column {
  return { name: 'c', label: 'Column', kind, origin: 'field', choices: [], to: [], width: 100, ...more };
}

const kinds: readonly ColumnKind[] = [
  'text',
  'number',
  'boolean',
  'date',
  'instant',
  'duration',
  'choice',
  'tags',
  'reference',
  'references',
  'milliseconds',
];
const wording = { instant: (at: number) => `at ${at}`, label: (id: string) => `«${id}»` };

describe('operators', () => {
  test('every condition that an operator builds is read back as that operator with those values', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.nat(),
        fc.integer({ min: 1, max: 400 }),
        (kind, pick, amount) => {
          const operators = operatorsFor(column(kind));
          const operator = operators[pick % operators.length]!;
          const given = { members: ['a', 'b'], one: [5], two: [5, 9], count: [amount], none: [] }[
            operator.operand
          ];
          const condition = operator.build('c', given)!;
          const read = readCondition(column(kind), condition)!;
          expect(read.operator.build('c', read.values)).toEqual(condition);
          // Yesterday to today and "the last 2 days" differ; the last one day is today.
          expect(read.values).toEqual(read.operator.id === operator.id ? given : read.values);
        },
      ),
    );
  });

  test('an operator builds nothing from nothing', () => {
    for (const kind of kinds) {
      for (const operator of operatorsFor(column(kind))) {
        expect(operator.build('c', []) === undefined).toBe(operator.operand !== 'none');
      }
    }
  });
});

describe('describeCondition', () => {
  const state = column('choice', {
    name: 'state',
    label: 'State',
    choices: [
      { value: 'new', label: 'New' },
      { value: 'done', label: 'Done' },
    ],
  });
  const columns = new Map([
    ['state', state],
    ['due', column('instant', { name: 'due', label: 'Due' })],
    ['who', column('reference', { name: 'who', label: 'Assignee', to: ['x'] })],
  ]);
  test.each([
    [{ column: 'state', in: ['new'] }, 'State is New'],
    [{ column: 'state', notIn: ['new', 'done'] }, 'State is none of New, Done'],
    [{ column: 'who', in: [{ symbol: 'me' }] }, 'Assignee is me'],
    [{ column: 'who', in: ['1'] }, 'Assignee is «1»'],
    [{ column: 'who', empty: true }, 'Assignee has no value'],
    [{ column: 'due', below: { symbol: 'now', offset: 0 } }, 'Due has passed'],
    [
      { column: 'due', from: { symbol: 'day', offset: -6 }, below: { symbol: 'day', offset: 1 } },
      'Due is in the last 7 days',
    ],
    [{ column: 'due', below: { symbol: 'now', offset: 7_200_000 } }, 'Due: until 2 h from now'],
    [{ column: 'due', from: 1, below: 2 }, 'Due is between at 1 and at 2'],
    [
      {
        any: [
          { column: 'state', in: ['new'] },
          { column: 'who', empty: true },
        ],
      },
      'State is New or Assignee has no value',
    ],
  ] as const)('%j reads “%s”', (condition, text) =>
    expect(describeCondition(columns, condition, wording)).toBe(text),
  );
});

describe('editing a query', () => {
  const open = {
    id: 'open',
    label: 'Open',
    query: { where: [{ column: 'stateClass', in: ['open'] }], sort: [{ column: 'number' }] },
  };
  const query = applyFilter({ type: 't', where: [] }, open);

  test('a list shows a filter until a condition is added, and again when it is taken out', () => {
    expect(matchesFilter(query, open)).toBe(true);
    const narrowed = withCondition(query, { column: 'vip', in: [true] });
    expect(matchesFilter(narrowed, open)).toBe(false);
    expect(matchesFilter(withoutCondition(narrowed, 1), open)).toBe(true);
  });
  test('picking a filter keeps the words', () => {
    expect(applyFilter({ type: 't', where: [], text: 'printer' }, open).text).toBe('printer');
  });
  test('words that are gone leave no trace', () => {
    expect(withText(withText(query, 'x'), ' ')).toEqual(query);
  });
  test('a header gives up, down, and the usual order again', () => {
    const up = toggleSort({ type: 't', where: [] }, 'number');
    const down = toggleSort(up, 'number');
    expect([up.sort, down.sort, toggleSort(down, 'number').sort]).toEqual([
      [{ column: 'number' }],
      [{ column: 'number', descending: true }],
      undefined,
    ]);
  });
});
