import type { Audience } from '../definition/lifecycle.ts';
import type { RecordType } from '../definition/record-type.ts';
import { isSetField } from '../definition/field.ts';
import type { FieldValue, FieldValues } from '../definition/values.ts';
import type { EntryRef } from '../kernel/ids.ts';
import { own } from '../kernel/own.ts';
import type { EntryBody, FieldChange, Origin } from './entry.ts';
import type { FoldState } from './fold-state.ts';

/**
 * What an entry shall say, before it is known what stands in front of it: bases, number and chain are filled in when it is
 * written. For histories that arrive whole (imports).
 */
export interface Intention {
  readonly body:
    | { readonly kind: 'create'; readonly fields: FieldValues }
    | { readonly kind: 'set'; readonly fields: FieldValues }
    /** `to`: the concrete state, also where the transition keeps it. */
    | { readonly kind: 'act'; readonly action: string; readonly to: string; readonly fields: FieldValues }
    | {
        readonly kind: 'note';
        readonly text: string;
        readonly audience: Audience;
        readonly minutes?: number;
      };
  readonly key?: string;
  readonly origin?: Origin;
}

/** A record's history as it shall be written, first entry first. A record that exists already is continued. */
export interface RecordHistory {
  readonly id: string;
  readonly type: string;
  readonly intentions: readonly Intention[];
}

/** The entries that wrote the values of a field as the state shows it: what a change of it names as `base`. */
export function basesOf(state: FoldState, field: string): readonly EntryRef[] {
  const heads = own(state.registers, field);
  if (heads) return heads.map((head) => head.ref);
  return state.create && Object.hasOwn(state.create.fields, field) ? [state.create.ref] : [];
}

/** The members of a set field as the state shows it. */
export function membersOf(state: FoldState, field: string): readonly string[] {
  const members = own(state.sets, field);
  if (members) return Object.keys(members);
  const value = state.create && own(state.create.fields, field);
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** The change that makes a field hold a value. */
export function changeOf(type: RecordType, state: FoldState, name: string, value: FieldValue): FieldChange {
  const field = own(type.fields, name);
  if (!field || !isSetField(field)) return { value, base: basesOf(state, name) };
  const before = membersOf(state, name);
  const after = Array.isArray(value) ? [...new Set(value as readonly string[])] : [];
  const known = own(state.sets, name);
  const created = state.create ? [state.create.ref] : [];
  return {
    add: after.filter((member) => !before.includes(member)),
    remove: before
      .filter((member) => !after.includes(member))
      .map((member) => ({ member, seen: known ? (own(known, member) ?? []) : created })),
  };
}

/** The body of an intention on top of a state. `lastAct` is the act it follows, or the create entry. */
export function bodyOf(
  intention: Intention,
  type: RecordType,
  state: FoldState | undefined,
  given: { readonly number: () => string; readonly version: number; readonly lastAct: EntryRef | undefined },
): EntryBody {
  const { body } = intention;
  const changes = (fields: FieldValues) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, changeOf(type, known(state, type), name, value)]),
    );
  switch (body.kind) {
    case 'create':
      return { kind: 'create', number: given.number(), version: given.version, fields: body.fields };
    case 'set':
      return { kind: 'set', fields: changes(body.fields) };
    case 'act': {
      const base = given.lastAct ?? known(state, type).create?.ref;
      if (!base) throw new Error(`An act of a ${type.label} stands before the entry that makes the record.`);
      return { kind: 'act', action: body.action, to: body.to, base, fields: changes(body.fields) };
    }
    case 'note':
      return body;
  }
}

function known(state: FoldState | undefined, type: RecordType): FoldState {
  if (!state) throw new Error(`A ${type.label} has no entry that makes it.`);
  return state;
}
