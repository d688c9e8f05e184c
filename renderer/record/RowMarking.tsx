import type { Row } from '#renderer/data/data.ts';
import { markingFieldName } from '#shared/definition/marking-field.ts';
import { MarkingMark } from './MarkingMark.tsx';

/** The marking of a row's record, where it differs from what records here carry. */
export function RowMarking({ row }: { readonly row: Row }) {
  return <MarkingMark marking={row.cells[markingFieldName]} />;
}
