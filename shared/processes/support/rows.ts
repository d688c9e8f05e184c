import type { RecordView } from '../../definition/record.ts';
import type { TableRow } from '../../definition/values.ts';

/** Reads a table field; [] where it is empty or of another kind. */
export function rowsOf(record: RecordView, field: string): readonly TableRow[] {
  const value = record.fields[field];
  return Array.isArray(value)
    ? value.filter((row): row is TableRow => typeof row === 'object' && row !== null)
    : [];
}
