import fc from 'fast-check';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { Sort } from '#shared/definition/query.ts';
import type { Cells, CellValue } from '#shared/engine/column-values.ts';
import { columnsOf, type Column } from '#shared/engine/columns.ts';
import type { PlainCondition } from '#shared/engine/query.ts';

const words = ['a', 'b', 'B', 'ä', 'Zulu', 'constructor', '10', '9'];
const numbers = [-1, 0, 0.5, 1, 2, 1000];

function valueOf(column: Column): fc.Arbitrary<Exclude<CellValue, null>> {
  switch (column.kind) {
    case 'number':
    case 'instant':
    case 'milliseconds':
      return fc.constantFrom(...numbers);
    case 'boolean':
      return fc.boolean();
    case 'set':
      return fc.subarray(words, { minLength: 1 });
    case 'choice':
      return fc.constantFrom(...(column.choices ?? []).map(({ value }) => value), 'not declared any more');
    case 'text':
    case 'reference':
      return fc.constantFrom(...words);
  }
}

/** A row as the index keeps it: a value or null in every column of the type. */
export function arbitraryCells(type: RecordType): fc.Arbitrary<Cells> {
  const columns = columnsOf(type).map(
    (column) => [column.name, fc.option(valueOf(column), { nil: null, freq: 3 })] as const,
  );
  return fc.record(Object.fromEntries(columns));
}

/** Conditions on the type's columns, nested once, with values of the column's kind and of others. */
export function arbitraryConditions(type: RecordType): fc.Arbitrary<readonly PlainCondition[]> {
  const anyValue = fc.constantFrom<string | number | boolean>(...words, ...numbers, true, false, 'new', '3');
  const one = fc.constantFrom(...columnsOf(type), undefined).chain((column): fc.Arbitrary<PlainCondition> => {
    const name = column?.name ?? 'nowhere';
    const own =
      column && column.kind !== 'set' ? fc.oneof(valueOf(column) as typeof anyValue, anyValue) : anyValue;
    const values = fc.array(own, { maxLength: 3 });
    const bound = fc.option(own, { nil: undefined });
    return fc.oneof(
      values.map((wanted) => ({ column: name, in: wanted })),
      values.map((wanted) => ({ column: name, notIn: wanted })),
      fc.boolean().map((empty) => ({ column: name, empty })),
      fc.record({ from: bound, below: bound }).map(({ from, below }) => ({
        column: name,
        ...(from === undefined ? {} : { from }),
        ...(below === undefined ? {} : { below }),
      })),
    );
  });
  const either = fc.array(one, { maxLength: 3 }).map((any) => ({ any }));
  return fc.array(fc.oneof({ weight: 4, arbitrary: one }, { weight: 1, arbitrary: either }), {
    maxLength: 3,
  });
}

export function arbitrarySort(type: RecordType): fc.Arbitrary<readonly Sort[]> {
  const columns = columnsOf(type).map(({ name }) => name);
  return fc.array(fc.record({ column: fc.constantFrom(...columns, 'nowhere'), descending: fc.boolean() }), {
    maxLength: 3,
  });
}
