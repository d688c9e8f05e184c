import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryCells, arbitraryConditions, arbitrarySort } from '#test/support/arbitrary-cells.ts';
import { sampleCatalogue, ticket } from '#test/support/sample-catalogue.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { Sort } from '#shared/definition/query.ts';
import type { Cells, CellValue } from '#shared/engine/column-values.ts';
import { columnOf } from '#shared/engine/columns.ts';
import { meets, type PlainCondition } from '#shared/engine/query.ts';
import { Answers } from './answer.ts';
import { pickPage, rowOrder } from './ordering.ts';
import { rowTest } from './predicate.ts';
import { RowStore } from './row-store.ts';

const rows = fc.array(arbitraryCells(ticket), { maxLength: 40 });
const conditions = arbitraryConditions(ticket);

function fill(cells: readonly Cells[]): { store: RowStore; answers: Answers } {
  const store = new RowStore(sampleCatalogue);
  cells.forEach((row, index) => store.put(ticket, `id-${index}`, row));
  return { store, answers: new Answers(store) };
}

const matching = (cells: readonly Cells[], where: readonly PlainCondition[]): readonly number[] =>
  cells.flatMap((row, index) => (meets(row, where) ? [index] : []));

/** The order as it is written down: sort by sort, empty last, then by arrival. */
function inOrder(cells: readonly Cells[], sorts: readonly Sort[], type: RecordType): readonly number[] {
  const collator = new Intl.Collator('en');
  const rank = (value: CellValue, column: string): string | number => {
    const declared = columnOf(type, column);
    if (typeof value === 'object') return value?.length ?? 0;
    if (declared?.kind !== 'choice') return typeof value === 'boolean' ? Number(value) : value;
    const choices = declared.choices ?? [];
    const place = choices.findIndex((choice) => choice.value === value);
    return place < 0 ? choices.length : place;
  };
  const compare = (a: string | number, b: string | number): number =>
    typeof a === 'string' && typeof b === 'string' ? collator.compare(a, b) : Number(a) - Number(b);
  return cells
    .map((_, index) => index)
    .sort((a, b) => {
      for (const { column, descending } of sorts) {
        const [x, y] = [cells[a]?.[column] ?? null, cells[b]?.[column] ?? null];
        if (x === null || y === null) {
          if (x !== y) return x === null ? 1 : -1;
          continue;
        }
        const result = compare(rank(x, column), rank(y, column));
        if (result !== 0) return descending ? -result : result;
      }
      return a - b;
    });
}

describe('answers over columns', () => {
  test('IDX-1 the index finds exactly the rows that meet the conditions', () => {
    fc.assert(
      fc.property(rows, conditions, (cells, where) => {
        const { store } = fill(cells);
        const table = store.tables.get('ticket');
        const isHit = table ? rowTest(table, where) : () => false;
        expect(cells.flatMap((_, index) => (isHit(index) ? [index] : []))).toEqual(matching(cells, where));
      }),
      { numRuns: 2000 },
    );
  });

  test('IDX-1 also after rows got other values', () => {
    fc.assert(
      fc.property(rows, rows, conditions, (before, after, where) => {
        const { store, answers } = fill(before);
        answers.count({ type: 'ticket', where });
        after.forEach((row, index) => store.put(ticket, `id-${index}`, row));
        const now = [...after, ...before.slice(after.length)];
        expect(answers.count({ type: 'ticket', where })).toBe(matching(now, where).length);
        now.forEach((row, index) => expect(store.find(`id-${index}`)?.table.cells(index)).toEqual(row));
      }),
      { numRuns: 300 },
    );
  });

  test('IDX-2 a page is the stretch of the sorted rows, whatever is sorted by, asked once or again', () => {
    const page = fc.record({ offset: fc.nat(45), limit: fc.constantFrom(0, 1, 5, 50) });
    fc.assert(
      fc.property(rows, conditions, arbitrarySort(ticket), page, (cells, where, sort, { offset, limit }) => {
        const { answers } = fill(cells);
        const sorted = inOrder(cells, sort, ticket).filter((index) => meets(cells[index] as Cells, where));
        for (let again = 0; again < 3; again += 1) {
          const found = answers.page({ type: 'ticket', where, sort }, { offset, limit });
          expect(found.total).toBe(sorted.length);
          expect(found.rows).toEqual(sorted.slice(offset, offset + limit));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('IDX-2 picking the first rows without sorting the rest gives the same', () => {
    const many = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 400, size: 'max' });
    fc.assert(
      fc.property(many, fc.nat(60), fc.integer({ min: 1, max: 60 }), (values, offset, limit) => {
        const order = (a: number, b: number) => (values[a] ?? 0) - (values[b] ?? 0) || a - b;
        const all = values.map((_, index) => index);
        const sorted = [...all].sort(order);
        expect(pickPage([...all], order, offset, limit)).toEqual(sorted.slice(offset, offset + limit));
      }),
      { numRuns: 500 },
    );
  });

  test('IDX-3 groups add up to a recount, row by row', () => {
    const by = fc.constantFrom('state', 'impact', 'parent', 'tags', 'urgent', 'effort', 'title');
    fc.assert(
      fc.property(rows, conditions, by, (cells, where, column) => {
        const { answers } = fill(cells);
        const recount = new Map<string, number>();
        for (const index of matching(cells, where)) {
          const value = cells[index]?.[column] ?? null;
          const keys = value !== null && typeof value === 'object' ? value : [value];
          for (const key of keys)
            recount.set(JSON.stringify(key), (recount.get(JSON.stringify(key)) ?? 0) + 1);
        }
        const groups = answers.summary({ type: 'ticket', where }, { groupBy: { column }, sight: {} });
        expect(new Map(groups.map(({ key, value }) => [JSON.stringify(key), value]))).toEqual(recount);
      }),
      { numRuns: 500 },
    );
  });

  test('IDX-3 sums and means leave out rows without a number', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const { answers } = fill(cells);
        const amounts = cells.flatMap(({ effort }) => (typeof effort === 'number' ? [effort] : []));
        const sum = amounts.reduce((total, amount) => total + amount, 0);
        const ask = (by: 'sum' | 'mean') =>
          answers.summary({ type: 'ticket', where: [] }, { of: { column: 'effort', by }, sight: {} });
        if (amounts.length === 0) expect(ask('sum')).toEqual([]);
        else {
          expect(ask('sum')[0]?.value).toBeCloseTo(sum);
          expect(ask('mean')[0]?.value).toBeCloseTo(sum / amounts.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('IDX-2 references stand in the order of the titles that people read', () => {
    const { store } = fill([
      { title: 'Zebra', parent: 'id-1' },
      { title: 'Ärger', parent: 'id-0' },
      { title: 'Mitte', parent: 'nobody' },
      { title: 'Leer', parent: null },
    ]);
    const table = store.tables.get('ticket');
    const order = table && rowOrder(table, [{ column: 'parent' }], (id) => store.labelOf(id));
    expect([0, 1, 2, 3].sort(order)).toEqual([0, 2, 1, 3]);
  });
});
