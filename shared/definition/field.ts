import type { FieldValue } from './values.ts';
import type { Rule } from './permission.ts';
import type { RecordView } from './record.ts';

/** A choice of a `choice` field. `value` is what the log keeps and never changes; the label may. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

interface FieldBase {
  readonly label: string;
  readonly help?: string;
  /** Always required, or required while the function says so (it sees the record as it would be after the change). */
  readonly required?: boolean | ((record: RecordView) => boolean);
  /** The function says when the field is shown; hidden fields keep their value. */
  readonly shown?: (record: RecordView) => boolean;
  /** Set by actions and by the engine only; the form shows it and never offers it. */
  readonly readOnly?: boolean;
  /** Who may see the value; nobody else gets it in list, page, search or export. */
  readonly visibleTo?: Rule;
  /** Who may change the value, besides having the right to change the record; everybody sees it. */
  readonly changedBy?: Rule;
  /** Written by the application itself and shown to nobody: keys and the like. */
  readonly isSecret?: boolean;
  /** Weight in the text index; absent means the field is searched with weight 1 if it is text, 0 means never. */
  readonly boost?: number;
  /** Name of the section of the form and page where it stands; the first section if absent. */
  readonly section?: string;
  readonly default?: FieldValue | ((context: DefaultContext) => FieldValue);
}

/** What a default may look at. */
export interface DefaultContext {
  readonly actor: string;
  readonly now: number;
}

export interface TextField extends FieldBase {
  readonly kind: 'text';
  /** Characters; 200 if absent. */
  readonly maxLength?: number;
  readonly pattern?: { readonly regex: RegExp; readonly says: string };
  readonly format?: 'email' | 'phone' | 'url' | 'time' | 'zone' | 'marking';
}
export interface LongTextField extends FieldBase {
  readonly kind: 'longText';
  /** Characters; 20,000 if absent. */
  readonly maxLength?: number;
}
export interface NumberField extends FieldBase {
  readonly kind: 'integer' | 'number';
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  /** Names something and is no amount, as a year does: written without separators of thousands. */
  readonly isName?: boolean;
}
export interface BooleanField extends FieldBase {
  readonly kind: 'boolean';
}
export interface DateField extends FieldBase {
  readonly kind: 'date' | 'instant';
}
/** Text like `PT4H` or `P1D`; a day is a service day of the calendar it is used with. */
export interface DurationField extends FieldBase {
  readonly kind: 'duration';
}
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
}
/** Free words; a set that merges add-wins. */
export interface TagsField extends FieldBase {
  readonly kind: 'tags';
}
/** One other record, by id. */
export interface ReferenceField extends FieldBase {
  readonly kind: 'reference';
  readonly to: readonly string[];
  /** How the related list on the other side is called ("Child incidents"); absent: none is shown there. */
  readonly inverse?: string;
  /** Following the field from record to record must never come back to where it began (parent of parent …). */
  readonly acyclic?: boolean;
}
/** Several other records, by id; a set that merges add-wins. */
export interface ReferencesField extends FieldBase {
  readonly kind: 'references';
  readonly to: readonly string[];
  readonly inverse?: string;
}
/** Rows of plain columns, merged as one value. */
export interface TableField extends FieldBase {
  readonly kind: 'table';
  readonly columns: Readonly<Record<string, ColumnField>>;
  readonly maxRows?: number;
}
export type ColumnField =
  TextField | NumberField | BooleanField | DateField | DurationField | ChoiceField | ReferenceField;

export type Field =
  | TextField
  | LongTextField
  | NumberField
  | BooleanField
  | DateField
  | DurationField
  | ChoiceField
  | TagsField
  | ReferenceField
  | ReferencesField
  | TableField;

/** Tags and references are sets: two people adding different members both win. */
export function isSetField(field: Field): field is TagsField | ReferencesField {
  return field.kind === 'tags' || field.kind === 'references';
}
