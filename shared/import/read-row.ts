import { locate, type Problem } from '../kernel/errors.ts';
import type { FieldValue } from '../definition/values.ts';
import { checkValue } from '../engine/validate.ts';
import type { Mapping } from './mapping.ts';
import { cellOf, type SourceRow } from './source-row.ts';

/** What a row says of the mapped fields. An empty cell gives null. */
export interface RowValues {
  readonly row: SourceRow;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly problems: readonly Problem[];
}

/** Reads the mapped cells of a row. Problems name line, column and value. */
export function readRow(mapping: Mapping, row: SourceRow): RowValues {
  const values: Record<string, FieldValue> = {};
  const problems: Problem[] = [];
  for (const { rule, index, above, field, read } of mapping.columns) {
    const text = cellOf(row, index, mapping.emptyMarks);
    const top = above === -1 ? '' : cellOf(row, above, mapping.emptyMarks);
    if (text === '' && top === '') {
      values[rule.field] ??= null;
      continue;
    }
    const result = read(text, top);
    const fault = result.ok ? checkValue(field, result.value) : result.error;
    if (fault) {
      problems.push(locate(fault, { line: row.line, column: rule.column, value: text, field: rule.field }));
    } else if (result.ok) values[rule.field] = result.value;
  }
  const { key } = mapping.template;
  if (key && mapping.type.fields[key.field] && values[key.field] === undefined) {
    values[key.field] = keyOf(mapping, row);
  }
  return { row, values, problems };
}

/** The row's key as text; '' where it has none. */
export function keyOf(mapping: Mapping, row: SourceRow): string {
  return mapping.keyIndex === -1 ? '' : cellOf(row, mapping.keyIndex, mapping.emptyMarks).trim();
}
