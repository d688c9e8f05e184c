import { compareStamps } from '../kernel/clock.ts';
import { entryRef, type EntryRef } from '../kernel/ids.ts';
import { own } from '../kernel/own.ts';
import type { FieldValue } from '../definition/values.ts';
import type { ActBody, AttachBody, CreateBody, Entry, FieldChanges, KeptBody, NoteBody } from './entry.ts';
import { doneBy, happenedAt, isMemberChange } from './entry.ts';
import { changeMembers, changeValue, seenAct, withdraw, withoutGone } from './fold-fields.ts';
import type { FoldState } from './fold-state.ts';
import { countingEntries, readRedactions, type Redaction } from './redaction/orders.ts';
import { isBeyondRuling, ruledAside, type Asides } from './rulings.ts';
import { soundEntry } from './sound-entry.ts';

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
  const redactions = redactionsIn(sorted);
  const state = foldSorted(countingEntries(sorted, redactions));
  return redactions.length > 0 ? { ...state, redactions } : state;
}

/**
 * The record as it stood at an instant (epoch ms), by what was written until then; undefined where nothing was. Whatever was taken back,
 * set aside or overtaken later counts, as it did then; contents that were removed since stay removed.
 */
export function foldAsOf(entries: readonly Entry[], at: number): FoldState | undefined {
  const sorted = [...entries].sort(compareEntries);
  const written = countingEntries(sorted, redactionsIn(sorted)).filter(({ stamp }) => stamp.wall <= at);
  return written.length > 0 ? foldSorted(written) : undefined;
}

/** The orders to remove contents among the entries of a record. */
export function redactionsIn(sorted: readonly Entry[]): readonly Redaction[] {
  const aside = asidesIn(sorted);
  const standing = sorted.filter((entry) => !own(aside, refOf(entry)));
  return readRedactions(standing, retractedRefs(sorted, aside));
}

/** Folds entries that stand in order and as they count (`countingEntries`). */
export function foldSorted(sorted: readonly Entry[]): FoldState {
  const first = sorted[0];
  if (!first) throw new Error('A record is folded from at least one entry.');
  const aside = asidesIn(sorted);
  const retracted = retractedRefs(sorted, aside);
  const state = sorted.reduce((before, entry) => {
    const ref = refOf(entry);
    if (own(aside, ref)) return setAside(before, entry);
    return retracted.has(ref) ? skip(before, entry) : step(before, entry);
  }, emptyState(first));
  return aside === noAsides ? state : { ...state, aside };
}

const noAsides: Asides = {};

/** What hubs set aside (FOLD-13). @param sorted all entries of a record, in stamp order. */
export function asidesIn(sorted: readonly Entry[]): Asides {
  return ruledAside(sorted.map((entry) => [refOf(entry), entry])) ?? noAsides;
}

/** Entries that do not count: taken back by their authors, or set aside by a hub. @param sorted all of a record, in stamp order. */
export function uncountedRefs(sorted: readonly Entry[]): ReadonlySet<EntryRef> {
  const aside = asidesIn(sorted);
  const ruled = sorted.map(refOf).filter((ref) => own(aside, ref));
  return new Set([...retractedRefs(sorted, aside), ...ruled]);
}

/**
 * Entries that their authors took back (FOLD-8). The newest retraction is judged first, so a retraction that was itself
 * retracted, or that a hub set aside, does not count. Only the author of an entry can retract it, only afterwards, and never the making of the
 * record, a ruling or a vouch.
 */
export function retractedRefs(
  sorted: readonly Entry[],
  aside: Asides = asidesIn(sorted),
): ReadonlySet<EntryRef> {
  const retracted = new Set<EntryRef>();
  if (!sorted.some(({ body }) => body.kind === 'retract')) return retracted;
  const places = new Map(sorted.map((entry, place) => [refOf(entry), place]));
  for (let place = sorted.length - 1; place >= 0; place -= 1) {
    const entry = sorted[place];
    if (entry?.body.kind !== 'retract' || retracted.has(refOf(entry)) || own(aside, refOf(entry))) continue;
    const { body } = soundEntry(entry);
    if (body.kind !== 'retract') continue;
    for (const ref of body.entries) {
      const target = places.get(ref) ?? Infinity;
      if (target < place && mayRetract(entry, sorted[target])) retracted.add(ref);
    }
  }
  return retracted;
}

function mayRetract(entry: Entry, target: Entry | undefined): boolean {
  return target?.actor === entry.actor && !isMaking(soundEntry(target)) && !isBeyondRuling(target.body);
}

/** Does it make a record, redacted or not? */
export function isMaking({ body }: Entry): boolean {
  return body.kind === 'create' || (body.kind === 'redacted' && body.kept.kind === 'create');
}

/** They say something of other entries, or others say something of them: the record is folded from all its entries. */
const judging: ReadonlySet<string> = new Set(['retract', 'rule', 'redact', 'confirm', 'decline', 'redacted']);

/**
 * True where `entry` may be applied on top of `state`, undefined for the first of a record; otherwise the record must be folded from all its
 * entries again.
 */
export function canExtend(state: FoldState | undefined, { body, replica, seq, stamp }: Entry): boolean {
  if (judging.has(body.kind)) return false;
  if (!state) return true;
  const isNewer = compareStamps(state.last.stamp, state.last.replica, stamp, replica) < 0;
  return isNewer && own(state.aside ?? noAsides, entryRef(replica, seq)) === undefined;
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
    last: lastOf(soundEntry(entry)),
    unknown: 0,
  };
}

function step(before: FoldState, found: Entry): FoldState {
  const entry = soundEntry(found);
  const ref = refOf(entry);
  const last = lastOf(entry);
  const { body, key } = entry;
  if (isBeyondRuling(body)) return { ...before, last: unseen(before, entry) };
  const counted = key === undefined ? undefined : own(before.keys, key);
  if (counted !== undefined) return standFor({ ...before, last }, ref, counted);
  const keys = key === undefined ? before.keys : { ...before.keys, [key]: ref };
  const state: FoldState = { ...before, last, keys };
  switch (body.kind) {
    case 'create':
      return applyCreate(state, entry, body, ref);
    case 'set':
      return applyChanges(state, entry, body.fields, ref);
    case 'act':
      return applyAct(applyChanges(state, entry, body.fields, ref), entry, body, ref);
    case 'note':
      return applyNote(state, entry, body);
    case 'attach':
      return applyAttach(state, entry, body, ref);
    case 'redacted':
      return applyKept(state, entry, body.kept, ref);
    case 'retract':
    case 'redact':
    case 'confirm':
    case 'decline':
      return state;
    default:
      return { ...state, unknown: state.unknown + 1 };
  }
}

/** FOLD-8: an entry that was taken back changes nothing; whoever named it named what it had in front of it. */
function skip(state: FoldState, found: Entry): FoldState {
  const entry = soundEntry(found);
  return withdraw({ ...state, last: lastOf(entry) }, refOf(entry), entry.body);
}

/** FOLD-13: the same for what a hub set aside, and it is no change that people see. */
function setAside(state: FoldState, found: Entry): FoldState {
  const entry = soundEntry(found);
  return withdraw({ ...state, last: unseen(state, entry) }, refOf(entry), entry.body);
}

/** The order goes on behind the entry; who changed the record last, and when, stays. */
function unseen({ last }: FoldState, { stamp, replica }: Entry): FoldState['last'] {
  return { ...last, stamp, replica };
}

function lastOf(entry: Entry): FoldState['last'] {
  return { stamp: entry.stamp, replica: entry.replica, at: happenedAt(entry), actor: doneBy(entry) };
}

/** FOLD-7: the second entry of a key changes nothing; whoever named it as base named the one that counts. */
function standFor(state: FoldState, ref: EntryRef, counted: EntryRef): FoldState {
  return { ...state, alias: { ...state.alias, [ref]: counted } };
}

/** FOLD-9: a record is made once; what others made under the same id (seeds) is the same record. */
function applyCreate(state: FoldState, entry: Entry, body: CreateBody, ref: EntryRef): FoldState {
  if (state.create) return standFor(state, ref, state.create.ref);
  const others = Object.entries(state.withdrawn ?? {}).filter(([, { isMaking }]) => isMaking);
  const create = {
    ref,
    number: body.number,
    version: body.version,
    at: happenedAt(entry),
    actor: doneBy(entry),
    fields: body.fields,
  };
  const alias = { ...state.alias, ...Object.fromEntries(others.map(([other]) => [other, ref])) };
  return { ...state, alias: others.length > 0 ? alias : state.alias, create };
}

/** RED-105: what is left of an entry counts; what is gone is as if never written. */
function applyKept(state: FoldState, entry: Entry, kept: KeptBody, ref: EntryRef): FoldState {
  switch (kept.kind) {
    case 'create':
      return applyCreate(state, entry, kept, ref);
    case 'set':
      return withoutGone(applyChanges(state, entry, kept.fields, ref), ref, kept);
    case 'act':
      return withoutGone(applyAct(applyChanges(state, entry, kept.fields, ref), entry, kept, ref), ref, kept);
    case 'note':
      return applyNote(state, entry, kept);
    case 'attach':
      return state;
  }
}

function applyNote(
  state: FoldState,
  entry: Entry,
  { audience, minutes }: Pick<NoteBody, 'audience' | 'minutes'>,
): FoldState {
  const told = audience === 'stakeholders' ? { stakeholderNoteAt: happenedAt(entry) } : {};
  return { ...state, notes: state.notes + 1, minutes: state.minutes + (minutes ?? 0), ...told };
}

/** FOLD-12: files add up; the same content twice is two files. */
function applyAttach(state: FoldState, entry: Entry, body: AttachBody, ref: EntryRef): FoldState {
  const { name, size, type, hash, audience } = body;
  const attachment = { ref, name, size, type, hash, audience, at: happenedAt(entry), actor: doneBy(entry) };
  return { ...state, attachments: [...(state.attachments ?? []), attachment] };
}

function applyAct(state: FoldState, entry: Entry, body: ActBody, ref: EntryRef): FoldState {
  const inputs = Object.fromEntries(
    Object.entries(body.fields).map(([field, change]): [string, FieldValue] => [
      field,
      isMemberChange(change) ? change.add : change.value,
    ]),
  );
  const act = {
    ref,
    base: seenAct(state, body.base),
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
  for (const [field, change] of Object.entries(changes)) {
    if (isMemberChange(change)) {
      sets = { ...sets, [field]: changeMembers(state, field, change, ref) };
    } else {
      const head = { ref, value: change.value, at: happenedAt(entry), actor: doneBy(entry) };
      registers = { ...registers, [field]: changeValue(state, field, change.base, head) };
    }
  }
  return { ...state, registers, sets };
}
