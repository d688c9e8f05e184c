import { readCondition, type ColumnCondition } from './operators.ts';
import type { Column } from '../columns/columns.ts';
import type { Condition, QueryValue } from '#shared/definition/query.ts';

/** How values are put in words; the caller knows zones and titles of referenced records. */
export interface Wording {
  readonly instant: (at: number) => string;
  readonly label: (id: string) => string;
}

/** A condition as a chip shows it: "State is any of New, Assigned". */
export function describeCondition(
  columns: ReadonlyMap<string, Column>,
  condition: Condition,
  wording: Wording,
): string {
  if ('any' in condition) {
    return condition.any.map((one) => describeCondition(columns, one, wording)).join(' or ');
  }
  const column = columns.get(condition.column);
  return column ? describeColumn(column, condition, wording) : condition.column;
}

function describeColumn(column: Column, condition: ColumnCondition, wording: Wording): string {
  const read = readCondition(column, condition);
  if (!read) return `${column.label}: ${describeRange(column, condition, wording)}`;
  const { operator, values } = read;
  const isCount = operator.operand === 'count';
  const words = values.map((value) =>
    describeValue(isCount ? { ...column, kind: 'number' } : column, value, wording),
  );
  switch (operator.operand) {
    case 'none':
      return `${column.label} ${operator.label}`;
    case 'count':
      return `${column.label} ${operator.label.replace('…', words[0] ?? '')}`;
    case 'members': {
      const verb = words.length === 1 ? (operator.id === 'in' ? 'is' : 'is not') : operator.label;
      return `${column.label} ${verb} ${words.join(', ')}`;
    }
    case 'one':
    case 'two':
      return `${column.label} ${operator.label} ${words.join(' and ')}`;
  }
}

function describeRange(column: Column, condition: ColumnCondition, wording: Wording): string {
  if (!('from' in condition || 'below' in condition)) return 'set';
  const parts = [
    condition.from === undefined ? undefined : `from ${describeValue(column, condition.from, wording)}`,
    condition.below === undefined ? undefined : `until ${describeValue(column, condition.below, wording)}`,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

export function describeValue(column: Column, value: QueryValue, wording: Wording): string {
  if (typeof value === 'object') return describeSymbol(value);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return column.kind === 'instant' ? wording.instant(value) : String(value);
  const choice = column.choices.find((other) => other.value === value);
  if (choice) return choice.label;
  return column.to.length > 0 ? wording.label(value) : value;
}

function describeSymbol(value: Exclude<QueryValue, string | number | boolean>): string {
  switch (value.symbol) {
    case 'me':
      return 'me';
    case 'myTeams':
      return 'my teams';
    case 'day':
      return value.offset === 0
        ? 'today'
        : `${days(value.offset)} ${value.offset < 0 ? 'ago' : 'from today'}`;
    case 'now': {
      if (value.offset === 0) return 'now';
      const hours = Math.round(Math.abs(value.offset) / 3_600_000);
      const size = hours >= 48 && hours % 24 === 0 ? days(hours / 24) : `${hours} h`;
      return `${size} ${value.offset < 0 ? 'ago' : 'from now'}`;
    }
  }
}

function days(count: number): string {
  const size = Math.abs(count);
  return `${size} ${size === 1 ? 'day' : 'days'}`;
}
