import type { Column } from '../columns/columns.ts';
import type { Condition, QueryValue } from '#shared/definition/query.ts';

/** A condition on one column; the other kind joins several by “or”, which only declarations write. */
export type ColumnCondition = Exclude<Condition, { any: readonly Condition[] }>;

/** What an operator asks the person for. */
export type Operand = 'members' | 'one' | 'two' | 'count' | 'none';

/** What the person gave so far; a place of it may still be empty. */
export type Given = readonly (QueryValue | undefined)[];

/** One way to ask about a column. `build` makes the condition from what the person gave, or nothing while that is not enough. */
export interface Operator {
  readonly id: string;
  readonly label: string;
  readonly operand: Operand;
  readonly build: (column: string, values: Given) => ColumnCondition | undefined;
  /** The values of a condition that this operator made, or nothing where another one did. */
  readonly read: (condition: ColumnCondition) => readonly QueryValue[] | undefined;
}

const day = 86_400_000;

const anyOf: Operator = {
  id: 'in',
  label: 'is any of',
  operand: 'members',
  build: (column, values) => (values.length > 0 ? { column, in: given(values) } : undefined),
  read: (condition) => ('in' in condition ? condition.in : undefined),
};
const noneOf: Operator = {
  id: 'notIn',
  label: 'is none of',
  operand: 'members',
  build: (column, values) => (values.length > 0 ? { column, notIn: given(values) } : undefined),
  read: (condition) => ('notIn' in condition ? condition.notIn : undefined),
};
const hasNone = emptiness('empty', 'has no value', true);
const hasOne = emptiness('filled', 'has a value', false);

function emptiness(id: string, label: string, empty: boolean): Operator {
  return {
    id,
    label,
    operand: 'none',
    build: (column) => ({ column, empty }),
    read: (condition) => ('empty' in condition && condition.empty === empty ? [] : undefined),
  };
}

function given(values: Given): readonly QueryValue[] {
  return values.filter((value) => value !== undefined);
}

function isPlain(value: QueryValue | undefined): boolean {
  return value !== undefined && typeof value !== 'object';
}

const numberAtLeast = bounded('from', 'is at least', 'from');
const numberBelow = bounded('below', 'is below', 'below');
const onOrAfter = bounded('from', 'is on or after', 'from');
const before = bounded('below', 'is before', 'below');

function bounded(id: string, label: string, side: 'from' | 'below'): Operator {
  return {
    id,
    label,
    operand: 'one',
    build: (column, [value]) =>
      value === undefined ? undefined : side === 'from' ? { column, from: value } : { column, below: value },
    read: (condition) => {
      if (!isRange(condition)) return undefined;
      const [wanted, other] =
        side === 'from' ? [condition.from, condition.below] : [condition.below, condition.from];
      return other === undefined && wanted !== undefined && isPlain(wanted) ? [wanted] : undefined;
    },
  };
}

const between: Operator = {
  id: 'between',
  label: 'is between',
  operand: 'two',
  build: (column, [from, below]) =>
    from === undefined || below === undefined ? undefined : { column, from, below },
  read: (condition) => {
    if (!isRange(condition)) return undefined;
    const { from, below } = condition;
    return from !== undefined && below !== undefined && isPlain(from) && isPlain(below)
      ? [from, below]
      : undefined;
  },
};

const today: Operator = {
  id: 'today',
  label: 'is today',
  operand: 'none',
  build: (column) => ({ column, from: { symbol: 'day', offset: 0 }, below: { symbol: 'day', offset: 1 } }),
  read: (condition) =>
    dayOffset(condition, 'from') === 0 && dayOffset(condition, 'below') === 1 ? [] : undefined,
};

const lastDays: Operator = {
  id: 'lastDays',
  label: 'is in the last … days',
  operand: 'count',
  build: (column, [days]) =>
    typeof days === 'number' && days > 0
      ? { column, from: { symbol: 'day', offset: 1 - days }, below: { symbol: 'day', offset: 1 } }
      : undefined,
  read: (condition) => {
    const from = dayOffset(condition, 'from');
    return from !== undefined && from < 0 && dayOffset(condition, 'below') === 1 ? [1 - from] : undefined;
  },
};

const olderThan: Operator = {
  id: 'olderThan',
  label: 'is more than … days ago',
  operand: 'count',
  build: (column, [days]) =>
    typeof days === 'number' && days > 0
      ? { column, below: { symbol: 'now', offset: -days * day } }
      : undefined,
  read: (condition) => {
    const below = nowOffset(condition, 'below');
    return below !== undefined && below < 0 && lacks(condition, 'from') ? [-below / day] : undefined;
  },
};

const nextDays: Operator = {
  id: 'nextDays',
  label: 'is in the next … days',
  operand: 'count',
  build: (column, [days]) =>
    typeof days === 'number' && days > 0
      ? { column, from: { symbol: 'now', offset: 0 }, below: { symbol: 'now', offset: days * day } }
      : undefined,
  read: (condition) => {
    const below = nowOffset(condition, 'below');
    return below !== undefined && nowOffset(condition, 'from') === 0 ? [below / day] : undefined;
  },
};

const passed: Operator = {
  id: 'passed',
  label: 'has passed',
  operand: 'none',
  build: (column) => ({ column, below: { symbol: 'now', offset: 0 } }),
  read: (condition) => (nowOffset(condition, 'below') === 0 && lacks(condition, 'from') ? [] : undefined),
};

type Range = Extract<ColumnCondition, { from?: QueryValue; below?: QueryValue }>;

function isRange(condition: ColumnCondition): condition is Range {
  return 'from' in condition || 'below' in condition;
}

function lacks(condition: ColumnCondition, side: 'from' | 'below'): boolean {
  return isRange(condition) && condition[side] === undefined;
}

function symbolic(
  condition: ColumnCondition,
  side: 'from' | 'below',
  symbol: 'now' | 'day',
): number | undefined {
  const value = isRange(condition) ? condition[side] : undefined;
  return typeof value === 'object' && value.symbol === symbol ? value.offset : undefined;
}

const dayOffset = (condition: ColumnCondition, side: 'from' | 'below') => symbolic(condition, side, 'day');
const nowOffset = (condition: ColumnCondition, side: 'from' | 'below') => symbolic(condition, side, 'now');

/** The ways to ask about a column, the usual one first. */
export function operatorsFor(column: Column): readonly Operator[] {
  switch (column.kind) {
    case 'text':
    case 'tags':
    case 'choice':
    case 'boolean':
    case 'reference':
    case 'references':
      return [anyOf, noneOf, hasNone, hasOne];
    case 'number':
    case 'milliseconds':
      return [numberAtLeast, numberBelow, between, hasNone, hasOne];
    case 'duration':
      return [hasNone, hasOne];
    case 'date':
      return [onOrAfter, before, between, hasNone, hasOne];
    case 'instant':
      return [lastDays, today, nextDays, olderThan, passed, onOrAfter, before, between, hasNone, hasOne];
  }
}

/** The operator and values that a condition stands for; undefined for one that only a declaration can write. */
export function readCondition(
  column: Column,
  condition: Condition,
): { operator: Operator; values: readonly QueryValue[] } | undefined {
  if ('any' in condition) return undefined;
  for (const operator of operatorsFor(column)) {
    const values = operator.read(condition);
    if (values) return { operator, values };
  }
  return undefined;
}
