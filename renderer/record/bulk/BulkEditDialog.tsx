import { useId, useState } from 'react';
import { Select } from '#renderer/ui/Select.tsx';
import { checkValue } from '#shared/engine/validate.ts';
import { FieldEditor } from '../fields/FieldEditor.tsx';
import { useKnownActor } from '../known-actor.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { commonFields } from './common-actions.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { FieldValue } from '#shared/definition/values.ts';

interface BulkEditDialogProps {
  readonly type: RecordType;
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

/** Sets one field on many records. */
export function BulkEditDialog({ type, ids, onClose }: BulkEditDialogProps) {
  const id = useId();
  const names = commonFields(type, useKnownActor());
  const [name, setName] = useState<string>('');
  const [value, setValue] = useState<FieldValue>(null);
  const [error, setError] = useState<string>();
  const field = type.fields[name];
  const options = names
    .map((one) => ({ value: one, label: type.fields[one]?.label ?? one }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <BulkDialog
      type={type}
      title="Edit a field"
      confirmLabel={field ? `Set ${field.label.toLowerCase()}` : 'Set field'}
      ids={ids}
      check={() => {
        const fault = field ? checkValue(field, value)?.message : 'Choose a field first.';
        setError(fault);
        return Promise.resolve(fault === undefined);
      }}
      commandFor={(record) => ({ kind: 'edit', record, fields: { [name]: value } })}
      onClose={onClose}
    >
      <Select
        label="Field"
        value={name}
        options={options}
        error={field ? undefined : error}
        onChange={(next) => {
          setName(next);
          setValue(null);
          setError(undefined);
        }}
      />
      {field && (
        <FieldEditor
          key={name}
          id={id}
          field={field}
          label={field.label}
          help={
            field.required === true
              ? field.help
              : `${field.help ?? ''} Left empty, the field is emptied on all of them.`.trim()
          }
          value={value}
          onChange={setValue}
          error={error}
        />
      )}
    </BulkDialog>
  );
}
