import { useState } from 'react';
import { Section } from '#renderer/ui/Section.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { Field } from '#shared/definition/field.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { withFixed } from '#shared/import/edit-template.ts';
import type { ImportTemplate } from '#shared/import/template.ts';
import styles from '../import.module.css';

interface FixedFormProps {
  readonly template: ImportTemplate;
  readonly type: RecordType;
  readonly onEdit: (template: ImportTemplate) => void;
}

const kinds: readonly Field['kind'][] = [
  'text',
  'longText',
  'integer',
  'number',
  'boolean',
  'choice',
  'date',
  'tags',
];

/** Values for fields that no column gives: the same for every record, or put together from columns. */
export function FixedForm({ template, type, onEdit }: FixedFormProps) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const mapped = new Set([...template.columns.map(({ field }) => field), template.key?.field]);
  const open = Object.entries(type.fields).filter(
    ([name, field]) => !mapped.has(name) && kinds.includes(field.kind),
  );
  const isShown = ([name, field]: readonly [string, Field]): boolean =>
    field.required === true || template.fixed[name] !== undefined || added.includes(name);
  const rest = open.filter((entry) => !isShown(entry));
  return (
    <Section title="Fields without a column">
      <p className={styles.muted}>
        The same for every record, or put together from columns: {'{category}[, {symptom}]'} takes both cells
        and leaves out the part in brackets where its cell is empty.
      </p>
      <div className={styles.form}>
        {open.filter(isShown).map(([name, field]) => (
          <FixedField
            key={name}
            field={field}
            value={template.fixed[name] ?? ''}
            onChange={(text) => onEdit(withFixed(template, name, text))}
          />
        ))}
        <Select
          label="Add a field"
          value=""
          emptyLabel="Choose a field"
          options={rest.map(([name, { label }]) => ({ value: name, label }))}
          onChange={(name) => setAdded([...added, name])}
        />
      </div>
    </Section>
  );
}

interface FixedFieldProps {
  readonly field: Field;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function FixedField({ field, value, onChange }: FixedFieldProps) {
  const frame = { label: field.label, required: field.required === true, value, onChange };
  const standard = typeof field.default === 'string' ? field.default : undefined;
  if (field.kind === 'choice') {
    const usual = field.choices.find((choice) => choice.value === standard)?.label;
    return <Select {...frame} options={field.choices} emptyLabel={usual ? `Default: ${usual}` : 'Empty'} />;
  }
  if (field.kind === 'boolean') {
    const options = [
      { value: 'true', label: 'Yes' },
      { value: 'false', label: 'No' },
    ];
    return <Select {...frame} options={options} emptyLabel="Default" />;
  }
  return <TextInput {...frame} placeholder={standard} />;
}
