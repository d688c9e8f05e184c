import type { Entry } from '../changelog/entry.ts';
import type { Field } from '../definition/field.ts';
import type { RecordType } from '../definition/record-type.ts';
import { own } from '../kernel/own.ts';

const kindsThatStay: ReadonlySet<Field['kind']> = new Set([
  'choice',
  'boolean',
  'reference',
  'references',
  'date',
  'instant',
  'duration',
]);
const formatsThatStay: ReadonlySet<string> = new Set(['marking', 'zone', 'time']);

/**
 * The fields of an entry whose values stay when it is redacted: choices, dates and references, without which a record would lose its clock and
 * its people. What a person types freely goes. Keys of accounts and roles stay too, or nobody could sign in.
 */
export function fieldsThatStay(type: RecordType, { body }: Entry): readonly string[] {
  if (!('fields' in body)) return [];
  return Object.keys(body.fields).filter((name) => {
    const field = own(type.fields, name);
    if (!field) return false;
    if (field.isSecret) return true;
    if (field.kind === 'tags') return field.changedBy !== undefined;
    return field.kind === 'text' ? formatsThatStay.has(field.format ?? '') : kindsThatStay.has(field.kind);
  });
}

/** The texts that go when the entry is redacted, for people to look at and to search for elsewhere. */
export function textsThatGo(type: RecordType, entry: Entry): readonly string[] {
  const { body } = entry;
  if (body.kind === 'note') return [body.text];
  if (body.kind === 'attach') return [body.name];
  if (!('fields' in body)) return [];
  const stay = fieldsThatStay(type, entry);
  return Object.entries(body.fields).flatMap(([name, change]) =>
    stay.includes(name) ? [] : textsIn(change),
  );
}

function textsIn(said: unknown): readonly string[] {
  if (typeof said === 'string') return said.trim() === '' ? [] : [said];
  if (Array.isArray(said)) return said.flatMap(textsIn);
  if (typeof said !== 'object' || said === null) return [];
  if ('base' in said && 'value' in said) return textsIn(said.value);
  if ('add' in said && 'remove' in said) return textsIn(said.add);
  return Object.values(said).flatMap(textsIn);
}
