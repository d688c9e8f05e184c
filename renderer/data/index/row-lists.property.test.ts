import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainCondition } from '#shared/engine/query.ts';
import type { Sort } from '#shared/definition/query.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { rowTest } from './predicate.ts';
import { rowOrder } from './ordering.ts';
import { RowLists } from './row-lists.ts';
import { RowStore } from './row-store.ts';

const wheres: readonly (readonly PlainCondition[])[] = [
  [],
  [{ column: 'state', in: ['new', 'assigned'] }],
  [
    { column: 'state', notIn: ['closed'] },
    { column: 'assignee', empty: true },
  ],
  [{ column: 'createdAt', from: 20, below: 70 }],
];
const sorts: readonly (readonly Sort[])[] = [
  [],
  [{ column: 'createdAt', descending: true }],
  [{ column: 'priority' }, { column: 'title' }],
  [{ column: 'assignee' }],
];

const incidentChange = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map((number) => `incident-${number}`),
  state: fc.constantFrom('new', 'assigned', 'closed'),
  createdAt: fc.integer({ min: 0, max: 100 }),
  priority: fc.constantFrom('1', '2', null),
  title: fc.constantFrom('radio', 'printer', 'Link'),
  assignee: fc.constantFrom('ann', 'bob', null),
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ incident: incidentChange }) },
  {
    weight: 1,
    arbitrary: fc.record({
      person: fc.constantFrom('ann', 'bob'),
      name: fc.constantFrom('Zoe', 'Adam', 'Max'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      where: fc.constantFrom(...wheres),
      sort: fc.constantFrom(...sorts),
      offset: fc.integer({ min: 0, max: 20 }),
    }),
  },
);

describe('row lists', () => {
  it('kept lists equal looking through all rows, whatever changed between two questions', () => {
    const [incident, person] = [catalogue.type('incident'), catalogue.type('person')];
    if (!incident || !person) throw new Error('The catalogue has lost its types.');
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
        const store = new RowStore(catalogue);
        const labelOf = (id: string) => store.labelOf(id);
        const lists = new RowLists(store.tables, labelOf);
        for (const one of steps) {
          if ('incident' in one) store.put(incident, one.incident.id, one.incident);
          else if ('person' in one) store.put(person, one.person, { name: one.name });
          else {
            const table = store.tables.get('incident');
            if (!table) throw new Error('The store has lost its table.');
            const test = rowTest(table, one.where);
            const all = Array.from({ length: table.size }, (_, row) => row).filter(test);
            const expected = [...all]
              .sort(rowOrder(table, one.sort, labelOf))
              .slice(one.offset, one.offset + 5);
            expect([...lists.matching(table, one.where)]).toEqual(all);
            expect(lists.page(table, { type: 'incident', ...one }, { offset: one.offset, limit: 5 })).toEqual(
              {
                total: all.length,
                rows: expected,
              },
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
