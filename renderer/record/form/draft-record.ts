import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { isEmpty, type FieldValue, type FieldValues } from '#shared/definition/values.ts';

/** The record that a form is making, for the functions of the declaration to look at. */
export function draftRecord(type: RecordType, fields: FieldValues, actor: string, now: number): RecordView {
  return {
    id: '',
    type: type.name,
    number: '',
    state: type.lifecycle.initial,
    fields,
    life: [],
    conflicts: [],
    overtaken: [],
    createdAt: now,
    createdBy: actor,
    updatedAt: now,
    updatedBy: actor,
    noteCount: 0,
    minutesSpent: 0,
  };
}

/** What a new record starts with: the declared defaults under what the context gives (the parent, the caller's place …). */
export function initialValues(
  type: RecordType,
  given: FieldValues,
  context: { readonly actor: string; readonly now: number },
): FieldValues {
  const values: Record<string, FieldValue> = {};
  for (const [name, field] of Object.entries(type.fields)) {
    const { default: standard } = field;
    const value = typeof standard === 'function' ? standard(context) : standard;
    if (value !== undefined) values[name] = value;
  }
  return { ...values, ...given };
}

/** The values worth sending: what holds something, of fields that the person may set. */
export function filledValues(type: RecordType, values: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => {
      const field = type.fields[name];
      return field !== undefined && !field.readOnly && !isEmpty(value);
    }),
  );
}

/** The draft of the type's form, the same for the page and the quick form: what was begun in one is there in the other. */
export function draftKeyOf(type: RecordType): string {
  return `new:${type.name}`;
}
