import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { DurationEditor } from './DurationEditor.tsx';
import { frameOf, type EditorProps } from './editor-props.ts';
import { InstantEditor } from './InstantEditor.tsx';
import { MarkingEditor } from './MarkingEditor.tsx';
import { NumberEditor } from './NumberEditor.tsx';
import { ReferencePicker } from './ReferencePicker.tsx';
import { TagsEditor } from './TagsEditor.tsx';
import { ZoneEditor } from './ZoneEditor.tsx';
import type { Field, TableField, TextField } from '#shared/definition/field.ts';

interface PlainEditorProps extends EditorProps {
  readonly field: Exclude<Field, TableField>;
  readonly exclude?: readonly string[] | undefined;
}

const inputTypes = { email: 'email', phone: 'tel', url: 'url', time: 'time' } as const;

/** The editor of a field or of a column of a table. */
export function PlainEditor({ field, exclude, ...props }: PlainEditorProps) {
  const { value, onChange } = props;
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'text':
      if (field.format === 'zone') return <ZoneEditor {...props} />;
      if (field.format === 'marking') return <MarkingEditor {...props} />;
      return <TextInput {...frameOf(props)} type={inputType(field)} value={text} onChange={onChange} />;
    case 'longText':
      return <TextInput {...frameOf(props)} multiline rows={4} value={text} onChange={onChange} />;
    case 'integer':
    case 'number':
      return <NumberEditor {...props} unit={field.unit} />;
    case 'boolean':
      return (
        <Checkbox
          label={props.label}
          checked={value === true}
          onChange={onChange}
          hideLabel={props.hideLabel ?? false}
          disabled={props.disabled ?? false}
        />
      );
    case 'date':
      return (
        <TextInput
          {...frameOf(props)}
          type="date"
          value={text}
          onChange={(next) => onChange(next === '' ? null : next)}
        />
      );
    case 'instant':
      return <InstantEditor {...props} />;
    case 'duration':
      return <DurationEditor {...props} />;
    case 'choice':
      return (
        <Select
          {...frameOf(props)}
          value={text}
          options={field.choices}
          onChange={(next) => onChange(next === '' ? null : next)}
          emptyLabel={props.required ? undefined : '–'}
        />
      );
    case 'tags':
      return <TagsEditor {...props} />;
    case 'reference':
      return <ReferencePicker {...props} to={field.to} exclude={exclude} />;
    case 'references':
      return <ReferencePicker {...props} to={field.to} exclude={exclude} multiple />;
  }
}

function inputType({ format }: TextField) {
  return format === undefined || format === 'zone' || format === 'marking' ? 'text' : inputTypes[format];
}
