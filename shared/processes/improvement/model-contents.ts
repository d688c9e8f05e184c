import { textOf, type Attachment, type RecordView } from '../../definition/record.ts';
import type { FieldValue, TableRow } from '../../definition/values.ts';

/** A process of a kept model, as its record names it: known also where the file is not on the device yet. */
export interface ModelRow {
  readonly code: string;
  readonly name: string;
  readonly outcomes: number;
  readonly activities: number;
}

export function modelRows(model: RecordView): readonly ModelRow[] {
  const value = model.fields['processes'];
  const rows = Array.isArray(value) ? (value as readonly TableRow[]) : [];
  const count = (cell: FieldValue | undefined) => (typeof cell === 'number' ? cell : 0);
  return rows.flatMap(({ code, name, outcomes, activities }) =>
    typeof code === 'string' && typeof name === 'string'
      ? [{ code, name, outcomes: count(outcomes), activities: count(activities) }]
      : [],
  );
}

/** The file that holds what a kept model says: the one whose hash its record names. Undefined where it was given none. */
export function contentsOf(model: RecordView): Attachment | undefined {
  const hash = textOf(model, 'contents');
  return hash === '' ? undefined : model.attachments?.findLast((file) => file.hash === hash);
}
