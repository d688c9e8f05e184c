import { compareStamps } from '../kernel/clock.ts';
import { entryRef, type EntryRef } from '../kernel/ids.ts';
import type { FieldValue } from '../definition/values.ts';
import type { ActBody, CreateBody, Entry, FieldChange, FieldChanges, MemberChange } from './entry.ts';
import { doneBy, happenedAt, isMemberChange } from './entry.ts';
import type { FoldState, HeadState, RegisterState, SetState } from './fold-state.ts';

/** Order of entries: by stamp, then replica. Causally later entries always sort later. */
export function compareEntries(a: Entry, b: Entry): number {
  return compareStamps(a.stamp, a.replica, b.stamp, b.replica) || a.seq - b.seq;
}

export function refOf(entry: Entry): EntryRef {
  return entryRef(entry.replica, entry.seq);
}

/**
 * Folds all known entries of one record. A left fold over the entries in stamp order, so the result is the same in any
 * order of arrival. Entries must be distinct by replica and seq. Rules: docs/behaviour/fold.md.
 */
export function foldRecord(entries: readonly Entry[]): FoldState {
  const sorted = [...entries].sort(compareEntries);
  const first = sorted[0];
  if (!first) throw new Error('A record is folded from at least one entry.');
  const retracted = retractedRefs(sorted);
  return sorted.reduce(
    (state, entry) => (retracted.has(refOf(entry)) ? skip(state, entry) : step(state, entry)),
    emptyState(first),
  );
}

/**
 * Entries that their authors took back (FOLD-8). The newest retraction is judged first, so a retraction that was itself
 * retracted does not count. Only the author of an entry can retract it.
 */
export function retractedRefs(sorted: readonly Entry[]): ReadonlySet<EntryRef> {
  const retracted = new Set<EntryRef>();
  const authors = new Map(sorted.map((entry) => [refOf(entry), entry.actor]));
  for (const entry of sorted.toReversed()) {
    if (entry.body.kind !== 'retract' || retracted.has(refOf(entry))) continue;
    for (const ref of entry.body.entries) {
      if (authors.get(ref) === entry.actor) retracted.add(ref);
    }
  }
  return retracted;
}

/** True where `entry` may be applied on top of `state`; otherwise the record must be folded from all its entries again. */
export function canExtend(state: FoldState, entry: Entry): boolean {
  const isNewer = compareStamps(state.last.stamp, state.last.replica, entry.stamp, entry.replica) < 0;
  return isNewer && entry.body.kind !== 'retract';
}

/** Applies one entry that is newer than all before it (`canExtend`); equal to folding everything again. */
export function extendFold(state: FoldState | undefined, entry: Entry): FoldState {
  return step(state ?? emptyState(entry), entry);
}

function emptyState(entry: Entry): FoldState {
  return {
    id: entry.record,
    type: entry.type,
    registers: {},
    sets: {},
    acts: [],
    notes: 0,
    minutes: 0,
    keys: {},
    alias: {},
    last: { stamp: entry.stamp, replica: entry.replica, at: 0, actor: entry.actor },
    unknown: 0,
  };
}

function step(state: FoldState, entry: Entry): FoldState {
  const ref = refOf(entry);
  const last = lastOf(entry);
  if (entry.key !== undefined) {
    const counted = state.keys[entry.key];
    if (counted !== undefined) {
      return dropDuplicate({ ...state, last }, ref, counted);
    }
    state = { ...state, keys: { ...state.keys, [entry.key]: ref } };
  }
  state = { ...state, last };
  const { body } = entry;
  switch (body.kind) {
    case 'create':
      return applyCreate(state, entry, body, ref);
    case 'set':
      return applyChanges(state, entry, body.fields, ref);
    case 'act':
      return applyAct(applyChanges(state, entry, body.fields, ref), entry, body, ref);
    case 'note': {
      const told = body.audience === 'stakeholders' ? { stakeholderNoteAt: happenedAt(entry) } : {};
      return { ...state, notes: state.notes + 1, minutes: state.minutes + (body.minutes ?? 0), ...told };
    }
    case 'retract':
      return state;
    default:
      return { ...state, unknown: state.unknown + 1 };
  }
}

/** A retracted entry changes nothing; acts that follow it follow what it followed. */
function skip(state: FoldState, entry: Entry): FoldState {
  const last = lastOf(entry);
  if (entry.body.kind !== 'act') return { ...state, last };
  const { base } = entry.body;
  return { ...state, last, alias: { ...state.alias, [refOf(entry)]: state.alias[base] ?? base } };
}

function lastOf(entry: Entry): FoldState['last'] {
  return { stamp: entry.stamp, replica: entry.replica, at: happenedAt(entry), actor: doneBy(entry) };
}

/** FOLD-7: the second entry of a key changes nothing; whoever named it as base named the one that counts. */
function dropDuplicate(state: FoldState, ref: EntryRef, counted: EntryRef): FoldState {
  return { ...state, alias: { ...state.alias, [ref]: counted } };
}

function applyCreate(state: FoldState, entry: Entry, body: CreateBody, ref: EntryRef): FoldState {
  if (state.create) return { ...state, unknown: state.unknown + 1 };
  const create = {
    ref,
    number: body.number,
    version: body.version,
    at: happenedAt(entry),
    actor: doneBy(entry),
    fields: body.fields,
  };
  return { ...state, create };
}

function applyAct(state: FoldState, entry: Entry, body: ActBody, ref: EntryRef): FoldState {
  const inputs: Record<string, FieldValue> = {};
  for (const [field, change] of Object.entries(body.fields)) {
    inputs[field] = isMemberChange(change) ? change.add : change.value;
  }
  const act = {
    ref,
    base: state.alias[body.base] ?? body.base,
    action: body.action,
    to: body.to,
    at: happenedAt(entry),
    actor: doneBy(entry),
    inputs,
    ...(entry.origin?.inferred ? { inferred: true } : {}),
  };
  return { ...state, acts: [...state.acts, act] };
}

function applyChanges(state: FoldState, entry: Entry, changes: FieldChanges, ref: EntryRef): FoldState {
  let { registers, sets } = state;
  for (const [field, change] of Object.entries(changes) as [string, FieldChange][]) {
    if (isMemberChange(change)) {
      sets = { ...sets, [field]: changeMembers(state, field, change, ref) };
    } else {
      const head = { ref, value: change.value, at: happenedAt(entry), actor: doneBy(entry) };
      registers = { ...registers, [field]: changeValue(state, field, change.base, head) };
    }
  }
  return { ...state, registers, sets };
}

/** FOLD-1: heads are the sets that no other entry names as base; the newest comes first. */
function changeValue(state: FoldState, field: string, base: readonly EntryRef[], head: HeadState): RegisterState {
  const before = state.registers[field] ?? createdHead(state, field);
  const named = base.map((ref) => state.alias[ref] ?? ref);
  return [head, ...before.filter((other) => !named.includes(other.ref))];
}

/** FOLD-3: add wins. A removal takes away only the additions that its author saw. */
function changeMembers(state: FoldState, field: string, change: MemberChange, ref: EntryRef): SetState {
  const members: Record<string, readonly EntryRef[]> = { ...(state.sets[field] ?? createdMembers(state, field)) };
  for (const { member, seen } of change.remove) {
    const named = seen.map((name) => state.alias[name] ?? name);
    const left = (members[member] ?? []).filter((added) => !named.includes(added));
    if (left.length > 0) members[member] = left;
    else delete members[member];
  }
  for (const member of change.add) members[member] = [...(members[member] ?? []), ref];
  return members;
}

function createdHead(state: FoldState, field: string): RegisterState {
  const value = state.create?.fields[field];
  if (!state.create || value === undefined) return [];
  return [{ ref: state.create.ref, value, at: state.create.at, actor: state.create.actor }];
}

function createdMembers(state: FoldState, field: string): SetState {
  const value = state.create?.fields[field];
  if (!state.create || !Array.isArray(value)) return {};
  const { ref } = state.create;
  return Object.fromEntries((value as readonly string[]).map((member) => [member, [ref]]));
}
