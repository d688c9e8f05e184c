import type { RecordType } from '#shared/definition/record-type.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';

/** What the choice of a field is called; '' where none was made. */
export function choiceLabel(type: RecordType | undefined, field: string, record: RecordView): string {
  const declared = type?.fields[field];
  if (declared?.kind !== 'choice') return '';
  return declared.choices.find(({ value }) => value === textOf(record, field))?.label ?? '';
}
