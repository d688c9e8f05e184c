import { memo } from 'react';
import { Controller, type Control } from 'react-hook-form';
import { FieldEditor } from '../fields/FieldEditor.tsx';
import type { FormValues } from './resolver.ts';
import type { Field } from '#shared/definition/field.ts';

interface FormFieldProps {
  readonly id: string;
  readonly name: string;
  readonly field: Field;
  readonly control: Control<FormValues>;
  readonly required: boolean;
  readonly autoFocus?: boolean;
}

/** One field of a form; renders again only when its own value or state changes. */
export const FormField = memo(function FormField({
  id,
  name,
  field,
  control,
  required,
  autoFocus,
}: FormFieldProps) {
  return (
    <Controller
      name={name}
      control={control}
      render={({ field: { value, onChange, onBlur }, fieldState: { error } }) => (
        <FieldEditor
          id={id}
          field={field}
          label={field.label}
          help={field.help}
          required={required}
          error={error?.message}
          value={value}
          onChange={onChange}
          onBlur={onBlur}
          autoFocus={autoFocus ?? false}
        />
      )}
    />
  );
});
