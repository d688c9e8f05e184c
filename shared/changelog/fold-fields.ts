import type { EntryRef } from '../kernel/ids.ts';
import { own } from '../kernel/own.ts';
import type { EntryBody, GoneFields, MemberChange } from './entry.ts';
import { isMemberChange } from './entry.ts';
import type { FoldState, HeadState, RegisterState, SetState, WithdrawnState } from './fold-state.ts';

/** FOLD-1: heads are the sets that no other entry names as base; the newest comes first. */
export function changeValue(
  state: FoldState,
  field: string,
  base: readonly EntryRef[],
  head: HeadState,
): RegisterState {
  const named = base.flatMap((ref) => seenHeads(state, field, ref));
  return [head, ...headsOf(state, field).filter((other) => !named.includes(other.ref))];
}

/** FOLD-3: add wins. A removal takes away only the additions that its author saw. */
export function changeMembers(
  state: FoldState,
  field: string,
  change: MemberChange,
  ref: EntryRef,
): SetState {
  const members = new Map(Object.entries(own(state.sets, field) ?? createdMembers(state, field)));
  for (const { member, seen } of change.remove) {
    const named = seen.map((name) => counting(state, name));
    const left = (members.get(member) ?? []).filter((added) => !named.includes(added));
    if (left.length > 0) members.set(member, left);
    else members.delete(member);
  }
  for (const member of change.add) members.set(member, [...(members.get(member) ?? []), ref]);
  return Object.fromEntries(members);
}

/** Notes what an entry that does not count had in front of it (FOLD-8, FOLD-13). */
export function withdraw(state: FoldState, ref: EntryRef, body: EntryBody): FoldState {
  const said = body.kind === 'redacted' ? body.kept : body;
  if (said.kind === 'create') {
    return state.create
      ? { ...state, alias: { ...state.alias, [ref]: state.create.ref } }
      : { ...state, withdrawn: { ...state.withdrawn, [ref]: { fields: {}, isMaking: true } } };
  }
  if (said.kind !== 'act' && said.kind !== 'set') return state;
  const bases = Object.entries(said.fields).flatMap(([field, change]) =>
    isMemberChange(change) ? [] : [[field, change.base] as const],
  );
  const fields = headsBefore(state, { ...Object.fromEntries(bases), ...goneIn(body) });
  const before = { fields, ...(said.kind === 'act' ? { act: seenAct(state, said.base) } : {}) };
  return { ...state, withdrawn: { ...state.withdrawn, [ref]: before } };
}

/** RED-105: of an entry whose contents were removed, the values that are gone are as if never written; the rest of it stands. */
export function withoutGone(state: FoldState, ref: EntryRef, { gone }: GoneFields): FoldState {
  if (Object.keys(gone).length === 0) return state;
  return { ...state, withdrawn: { ...state.withdrawn, [ref]: { fields: headsBefore(state, gone) } } };
}

function goneIn(body: EntryBody): GoneFields['gone'] {
  const kept = body.kind === 'redacted' ? body.kept : undefined;
  return kept?.kind === 'set' || kept?.kind === 'act' ? kept.gone : {};
}

function headsBefore(
  state: FoldState,
  bases: Readonly<Record<string, readonly EntryRef[]>>,
): WithdrawnState['fields'] {
  return Object.fromEntries(
    Object.entries(bases).map(([field, base]) => [
      field,
      base.flatMap((seen) => seenHeads(state, field, seen)),
    ]),
  );
}

/** The act that an author meant who named this one. */
export function seenAct(state: FoldState, ref: EntryRef): EntryRef {
  const counted = counting(state, ref);
  return withdrawnOf(state, counted)?.act ?? counted;
}

/** The heads of a field that an author meant who named this entry. */
function seenHeads(state: FoldState, field: string, ref: EntryRef): readonly EntryRef[] {
  const counted = counting(state, ref);
  const withdrawn = withdrawnOf(state, counted);
  return (withdrawn && own(withdrawn.fields, field)) ?? [counted];
}

function counting(state: FoldState, ref: EntryRef): EntryRef {
  return own(state.alias, ref) ?? ref;
}

function withdrawnOf({ withdrawn }: FoldState, ref: EntryRef): WithdrawnState | undefined {
  return withdrawn && own(withdrawn, ref);
}

function headsOf(state: FoldState, field: string): RegisterState {
  const heads = own(state.registers, field);
  if (heads) return heads;
  const { create } = state;
  const value = create && own(create.fields, field);
  return create && value !== undefined
    ? [{ ref: create.ref, value, at: create.at, actor: create.actor }]
    : [];
}

function createdMembers(state: FoldState, field: string): SetState {
  const { create } = state;
  const value = create && own(create.fields, field);
  if (!create || !Array.isArray(value)) return {};
  const members = value.filter((member) => typeof member === 'string');
  return Object.fromEntries(members.map((member) => [member, [create.ref]]));
}
