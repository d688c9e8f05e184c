import { classes } from '#renderer/ui/classes.ts';
import { FormField } from './FormField.tsx';
import type { LaidOutField } from './form-layout.ts';
import type { FieldsForm } from './use-fields-form.ts';
import styles from './form.module.css';

interface FormFieldsProps {
  readonly idBase: string;
  readonly fields: readonly LaidOutField[];
  readonly form: FieldsForm['form'];
  /** The field that takes the focus when the form opens. */
  readonly focus?: string | undefined;
}

/** The editors of some fields, two abreast where there is room. */
export function FormFields({ idBase, fields, form, focus }: FormFieldsProps) {
  return (
    <div className={styles.grid}>
      {fields.map(({ name, field, isRequired, isWide }) => (
        <div key={name} className={classes(isWide && styles.wide)}>
          <FormField
            id={fieldId(idBase, name)}
            name={name}
            field={field}
            control={form.control}
            required={isRequired}
            autoFocus={name === focus}
          />
        </div>
      ))}
    </div>
  );
}

export function fieldId(idBase: string, name: string): string {
  return `${idBase}-${name}`;
}
