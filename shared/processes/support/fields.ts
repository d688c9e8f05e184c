import type {
  BooleanField,
  Choice,
  ChoiceField,
  ColumnField,
  DateField,
  DurationField,
  LongTextField,
  NumberField,
  ReferenceField,
  ReferencesField,
  TableField,
  TagsField,
  TextField,
} from '../../definition/field.ts';
import { nobody } from './rights.ts';

/** What a field may say besides its kind and label. */
type More<F> = Omit<F, 'kind' | 'label' | 'to' | 'choices' | 'columns'>;

export function text(label: string, more: More<TextField> = {}): TextField {
  return { kind: 'text', label, ...more };
}

/** What the application keeps for itself: in no form, list, search, export or timeline. */
export function secretText(label: string): TextField {
  const shown = () => false;
  return { kind: 'text', label, maxLength: 2000, boost: 0, isSecret: true, shown, visibleTo: nobody };
}

export function longText(label: string, more: More<LongTextField> = {}): LongTextField {
  return { kind: 'longText', label, ...more };
}

export function integer(label: string, more: More<NumberField> = {}): NumberField {
  return { kind: 'integer', label, ...more };
}

export function decimal(label: string, more: More<NumberField> = {}): NumberField {
  return { kind: 'number', label, ...more };
}

export function yesNo(label: string, more: More<BooleanField> = {}): BooleanField {
  return { kind: 'boolean', label, ...more };
}

export function date(label: string, more: More<DateField> = {}): DateField {
  return { kind: 'date', label, ...more };
}

export function instant(label: string, more: More<DateField> = {}): DateField {
  return { kind: 'instant', label, ...more };
}

export function duration(label: string, more: More<DurationField> = {}): DurationField {
  return { kind: 'duration', label, ...more };
}

export function choice(label: string, choices: readonly Choice[], more: More<ChoiceField> = {}): ChoiceField {
  return { kind: 'choice', label, choices, ...more };
}

export function tags(label: string, more: More<TagsField> = {}): TagsField {
  return { kind: 'tags', label, ...more };
}

export function reference(label: string, to: string, more: More<ReferenceField> = {}): ReferenceField {
  return { kind: 'reference', label, to: [to], ...more };
}

export function references(label: string, to: string, more: More<ReferencesField> = {}): ReferencesField {
  return { kind: 'references', label, to: [to], ...more };
}

export function table(
  label: string,
  columns: Readonly<Record<string, ColumnField>>,
  more: More<TableField> = {},
): TableField {
  return { kind: 'table', label, columns, ...more };
}

/** Number that the record had in another system; imports keep it here. */
export function externalReference(section?: string): TextField {
  return text('Reference elsewhere', {
    help: 'Number or link of the same thing in another system, for example the ticket number it had before an import.',
    boost: 2,
    ...(section === undefined ? {} : { section }),
  });
}
