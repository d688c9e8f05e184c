import type { PlainValue } from '#shared/definition/query.ts';
import type { PlainCondition } from '#shared/engine/query.ts';
import { CodeData, NumberData, SetData, TextData, type AnyColumnData } from './column-data.ts';
import type { TypeTable } from './type-table.ts';

export type RowTest = (row: number) => boolean;

const never: RowTest = () => false;

/** Turns conditions into tests over rows, cheapest data access first; must agree with `meets` of the engine. */
export function rowTest(table: TypeTable, conditions: readonly PlainCondition[]): RowTest {
  const tests = conditions.map((condition) => oneTest(table, condition));
  if (tests.length === 0) return () => true;
  if (tests.length === 1) return tests[0] ?? never;
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}

function oneTest(table: TypeTable, condition: PlainCondition): RowTest {
  if ('any' in condition) {
    const tests = condition.any.map((one) => oneTest(table, one));
    return (row) => tests.some((test) => test(row));
  }
  const data = table.data(condition.column);
  if (!data) return 'empty' in condition ? () => condition.empty : 'notIn' in condition ? () => true : never;
  if ('in' in condition) return holdsOneOf(data, condition.in);
  if ('notIn' in condition) {
    const holds = holdsOneOf(data, condition.notIn);
    return (row) => !holds(row);
  }
  if ('empty' in condition) {
    const isEmpty = emptyTest(data);
    return condition.empty ? isEmpty : (row) => !isEmpty(row);
  }
  return rangeTest(data, condition.from, condition.below);
}

function emptyTest(data: AnyColumnData): RowTest {
  if (data instanceof NumberData) return (row) => Number.isNaN(data.values[row] ?? NaN);
  if (data instanceof CodeData) return (row) => (data.codes[row] ?? 0) === 0;
  if (data instanceof SetData) return (row) => data.members[row] === undefined;
  return (row) => (data.texts[row] ?? null) === null;
}

function holdsOneOf(data: AnyColumnData, wanted: readonly PlainValue[]): RowTest {
  if (data instanceof NumberData) {
    const kind = data.isBoolean ? 'boolean' : 'number';
    const numbers = new Set(wanted.filter((value) => typeof value === kind).map(Number));
    numbers.delete(NaN);
    return (row) => numbers.has(data.values[row] ?? NaN);
  }
  if (data instanceof TextData) {
    const texts = new Set<unknown>(wanted);
    return (row) => data.texts[row] !== null && texts.has(data.texts[row]);
  }
  const codes = new Set(
    wanted.flatMap((value) => (typeof value === 'string' ? (data.dictionary.find(value) ?? []) : [])),
  );
  if (codes.size === 0) return never;
  if (data instanceof SetData) return (row) => data.members[row]?.some((code) => codes.has(code)) ?? false;
  const [only] = codes;
  return codes.size === 1 ? (row) => data.codes[row] === only : (row) => codes.has(data.codes[row] ?? 0);
}

function rangeTest(
  data: AnyColumnData,
  from: PlainValue | undefined,
  below: PlainValue | undefined,
): RowTest {
  if (data instanceof NumberData) {
    const low = from === undefined ? -Infinity : Number(from);
    const high = below === undefined ? Infinity : Number(below);
    if (high === Infinity) return (row) => (data.values[row] ?? NaN) >= low;
    return (row) => {
      const value = data.values[row] ?? NaN;
      return value >= low && value < high;
    };
  }
  if (data instanceof SetData) return never;
  return (row) => {
    const value = data.get(row);
    return (
      typeof value === 'string' &&
      (from === undefined || value >= from) &&
      (below === undefined || value < below)
    );
  };
}
