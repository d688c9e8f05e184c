import type { EditorProps } from './editor-props.ts';
import { PlainEditor } from './PlainEditor.tsx';
import { TableEditor } from './TableEditor.tsx';
import type { Field } from '#shared/definition/field.ts';

interface FieldEditorProps extends EditorProps {
  readonly field: Field;
  /** The record being edited, which cannot be picked as its own parent. */
  readonly record?: string | undefined;
}

/** The editor that a field's declaration asks for. */
export function FieldEditor({ field, record, ...props }: FieldEditorProps) {
  if (field.kind === 'table') return <TableEditor {...props} field={field} />;
  return <PlainEditor {...props} field={field} exclude={record === undefined ? undefined : [record]} />;
}
