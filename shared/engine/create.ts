import type { CreateBody } from '../changelog/entry.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import { isSetField } from '../definition/field.ts';
import { isEmpty, type FieldValue, type FieldValues } from '../definition/values.ts';
import { own } from '../kernel/own.ts';
import type { Environment } from './environment.ts';
import { versionOf } from './shape.ts';

/** A new record: given values, defaults for the rest, the initial state and a number. */
export function newRecord(
  type: RecordType,
  given: FieldValues,
  { actor, now, nextNumber }: Pick<Environment, 'actor' | 'now' | 'nextNumber'>,
  idOf: (fields: FieldValues) => string,
): { view: RecordView; body: CreateBody } {
  const fields: Record<string, FieldValue> = {};
  for (const [name, field] of Object.entries(type.fields)) {
    const { default: standard } = field;
    const value = typeof standard === 'function' ? standard({ actor: actor.id, now }) : standard;
    if (value !== undefined && !isEmpty(value)) fields[name] = value;
  }
  for (const [name, value] of Object.entries(given)) {
    if (isEmpty(value)) delete fields[name];
    else fields[name] = isSet(type, name) && Array.isArray(value) ? distinct(value) : value;
  }
  const number = nextNumber(type.prefix);
  const body: CreateBody = { kind: 'create', number, version: versionOf(type), fields };
  const view: RecordView = {
    id: idOf(fields),
    type: type.name,
    number,
    state: type.lifecycle.initial,
    fields,
    life: [],
    conflicts: [],
    overtaken: [],
    createdAt: now,
    createdBy: actor.id,
    updatedAt: now,
    updatedBy: actor.id,
    noteCount: 0,
    minutesSpent: 0,
  };
  return { view, body };
}

function isSet(type: RecordType, name: string): boolean {
  const field = own(type.fields, name);
  return field !== undefined && isSetField(field);
}

function distinct(members: readonly unknown[]): readonly string[] {
  return [...new Set(members)] as readonly string[];
}
