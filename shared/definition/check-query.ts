import type { Catalogue } from './catalogue.ts';
import { clockColumnNames, columnNames } from './column-names.ts';
import { unknownAmong } from './findings.ts';
import type { Condition, Query, QueryValue, Sort } from './query.ts';
import type { RecordType } from './record-type.ts';

/** Faults of a query: its type, columns and choices must exist. */
export function queryFaults(query: Query, catalogue: Catalogue): readonly string[] {
  const type = catalogue.type(query.type);
  if (!type) return [`it asks for “${query.type}”, which is not a record type.`];
  return [...conditionFaults(query.where, type), ...sortFaults(query.sort ?? [], type)];
}

export function sortFaults(sort: readonly Sort[], type: RecordType): readonly string[] {
  return unknownAmong(
    sort.map(({ column }) => column),
    columnNames(type),
  ).map((column) => `it sorts by “${column}”, which is not a column.`);
}

export function conditionFaults(conditions: readonly Condition[], type: RecordType): readonly string[] {
  return conditions.flatMap((condition): readonly string[] => {
    if ('any' in condition) return conditionFaults(condition.any, type);
    const { column } = condition;
    if (!columnNames(type).includes(column)) return [`it names “${column}”, which is not a column.`];
    if ('in' in condition) return valueFaults(type, column, condition.in);
    if ('notIn' in condition) return valueFaults(type, column, condition.notIn);
    const isOpen = !('empty' in condition) && condition.from === undefined && condition.below === undefined;
    return isOpen ? [`its range of “${column}” has no bound.`] : [];
  });
}

function valueFaults(type: RecordType, column: string, values: readonly QueryValue[]): readonly string[] {
  if (values.length === 0) return [`it compares “${column}” with nothing.`];
  const known = choicesOf(type, column);
  if (!known) return [];
  // Symbols stand for values that are known only when the query runs.
  const plain = values.filter((value) => typeof value !== 'object').map(String);
  return unknownAmong(plain, known).map((value) => `“${value}” is not a value of “${column}”.`);
}

/** The values that a column of choices may have; undefined for other columns. */
function choicesOf(type: RecordType, column: string): readonly string[] | undefined {
  if (column === 'state') return Object.keys(type.lifecycle.states);
  if (column === 'stateClass') return ['open', 'waiting', 'done', 'refused'];
  const isClock = type.clocks.some(({ name }) => clockColumnNames(name)[2] === column);
  if (isClock) return ['running', 'paused', 'met', 'missed', 'void', 'none'];
  const field = type.fields[column];
  if (field) return field.kind === 'choice' ? field.choices.map(({ value }) => value) : undefined;
  return type.derived[column]?.choices?.map(({ value }) => value);
}
