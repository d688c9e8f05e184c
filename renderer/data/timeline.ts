import type { Audience } from '#shared/definition/lifecycle.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FieldValue } from '#shared/definition/values.ts';
import type { Entry, FieldChanges } from '#shared/changelog/entry.ts';
import { doneBy, happenedAt, isMemberChange } from '#shared/changelog/entry.ts';
import {
  asidesIn,
  canExtend,
  compareEntries,
  extendFold,
  foldSorted,
  redactionsIn,
  refOf,
  retractedRefs,
} from '#shared/changelog/fold.ts';
import type { AsideState, FoldState } from '#shared/changelog/fold-state.ts';
import { countingEntries } from '#shared/changelog/redaction/orders.ts';
import { isRuleKey } from '#shared/engine/rule-keys.ts';
import { soundEntry } from '#shared/changelog/sound-entry.ts';
import type { EntryRef } from '#shared/kernel/ids.ts';
import { own } from '#shared/kernel/own.ts';

export interface TimelineChange {
  readonly field: string;
  readonly label: string;
  readonly before: FieldValue | undefined;
  readonly after: FieldValue;
}

/** One line of a record's history: what an entry says, when it happened, who did it. */
export interface TimelineItem {
  readonly ref: EntryRef;
  readonly kind:
    | 'created'
    | 'changed'
    | 'act'
    | 'note'
    | 'attached'
    | 'settled'
    | 'retracted'
    | 'ruled'
    | 'vouched'
    | 'redaction'
    | 'unknown';
  /** Epoch ms at which it happened. */
  readonly at: number;
  /** Person record id, or the name the source gives. */
  readonly actor: string;
  readonly changes: readonly TimelineChange[];
  readonly text?: string;
  /** The file that was attached. */
  readonly file?: { readonly name: string; readonly size: number };
  readonly audience?: Audience;
  readonly minutes?: number;
  readonly action?: string;
  /** The action's label. */
  readonly label?: string;
  readonly to?: string;
  /** Where it was taken from, and when it was written here. */
  readonly source?: string;
  readonly loggedAt?: number;
  /** Why a timed rule did it. */
  readonly because?: string;
  readonly isInferred: boolean;
  /** What a hub ruled, and of how many entries. */
  readonly verdict?: { readonly is: 'aside' | 'stands'; readonly entries: number; readonly hub: string };
  /** `redacted`: two administrators had the contents removed; `withheld`: they are missing without an order. */
  readonly contents?: 'redacted' | 'withheld';
  /** Kept, but it does not count: another branch won, the lifecycle does not allow it, its author took it back, or a hub set it aside. */
  readonly setAside?: 'overtaken' | 'illegal' | 'retracted' | 'ruled';
  /** Why a hub set it aside, and which. */
  readonly ruling?: AsideState;
}

const recoveryLabel = 'Opened a device with the recovery code';

/** The history of a record from its entries, oldest first. `isVisible`: may the reader see the field's values. */
export function buildTimeline(
  type: RecordType,
  record: RecordView,
  entries: readonly Entry[],
  isVisible: (field: string) => boolean = () => true,
): readonly TimelineItem[] {
  const known = [...entries].sort(compareEntries);
  const counting = countingEntries(known, redactionsIn(known));
  const sorted = counting.map(soundEntry);
  const aside = asidesIn(sorted);
  const retracted = retractedRefs(sorted, aside);
  const asideOf = new Map(record.overtaken.map((act) => [act.ref, act.why]));
  const fromOf = new Map(record.life.map((step) => [step.ref, step.from]));
  const items: TimelineItem[] = [];
  let state: FoldState | undefined;
  sorted.forEach((entry, index) => {
    const ref = refOf(entry);
    const ruling = own(aside, ref);
    const why = ruling ? 'ruled' : retracted.has(ref) ? 'retracted' : asideOf.get(ref);
    const item = itemOf(type, entry, state, fromOf.get(ref));
    const changes = item.changes.filter(({ field }) => isVisible(field));
    items.push({
      ...item,
      ...contentsOf(entry, known[index]),
      changes,
      ...(why ? { setAside: why } : {}),
      ...(ruling ? { ruling } : {}),
    });
    const isPlain = canExtend(state, entry);
    state = isPlain ? extendFold(state, entry) : foldSorted(sorted.slice(0, index + 1));
  });
  return items;
}

function contentsOf(counting: Entry, known: Entry | undefined): Pick<TimelineItem, 'contents'> {
  if (counting.body.kind === 'redacted') return { contents: 'redacted' };
  return known?.body.kind === 'redacted' ? { contents: 'withheld' } : {};
}

/** What one entry that counts (`countingEntry`) says, without what stood there before it. `isVisible`: may the reader see the field's values. */
export function itemOfEntry(
  type: RecordType,
  record: RecordView,
  entry: Entry,
  isVisible: (field: string) => boolean,
): TimelineItem {
  const from = record.life.find(({ ref }) => ref === refOf(entry))?.from;
  const item = itemOf(type, soundEntry(entry), undefined, from);
  return {
    ...item,
    ...contentsOf(entry, undefined),
    changes: item.changes.filter(({ field }) => isVisible(field)),
  };
}

function originOf({ origin, key, stamp }: Entry): Pick<TimelineItem, 'source' | 'loggedAt' | 'because'> {
  if (!origin) return {};
  const { source } = origin;
  if (isRuleKey(key)) return source ? { because: source } : {};
  return { ...(source ? { source } : {}), loggedAt: stamp.wall };
}

function itemOf(
  type: RecordType,
  entry: Entry,
  before: FoldState | undefined,
  from: string | undefined,
): TimelineItem {
  const { origin } = entry;
  const body = entry.body.kind === 'redacted' ? entry.body.kept : entry.body;
  const base = {
    ref: refOf(entry),
    at: happenedAt(entry),
    actor: doneBy(entry),
    isInferred: origin?.inferred === true,
    ...originOf(entry),
  };
  switch (body.kind) {
    case 'create': {
      const changes = Object.entries(body.fields).map(([field, after]) => ({
        field,
        label: type.fields[field]?.label ?? field,
        before: undefined,
        after,
      }));
      return { ...base, kind: 'created', changes };
    }
    case 'set': {
      const settles = Object.values(body.fields).some(
        (change) => !isMemberChange(change) && change.base.length > 1,
      );
      return {
        ...base,
        kind: settles ? 'settled' : 'changed',
        changes: changesIn(type, body.fields, before),
      };
    }
    case 'act': {
      const { action, to, fields } = body;
      const named = type.lifecycle.transitions.filter((other) => other.action === action);
      // Reassigning and assigning may be one action under two labels: where it came from tells them apart.
      const transition = named.find((other) => from !== undefined && other.from.includes(from)) ?? named[0];
      const label = transition?.label ?? action;
      return { ...base, kind: 'act', action, label, to, changes: changesIn(type, fields, before) };
    }
    case 'note': {
      const { audience, minutes } = body;
      return {
        ...base,
        kind: 'note',
        changes: [],
        ...(entry.body.kind === 'note' ? { text: entry.body.text } : {}),
        audience,
        ...(minutes === undefined ? {} : { minutes }),
      };
    }
    case 'attach': {
      const attached = { ...base, kind: 'attached' as const, changes: [], audience: body.audience };
      if (entry.body.kind !== 'attach') return attached;
      const { name, size } = entry.body;
      return { ...attached, file: { name, size } };
    }
    case 'retract':
      return { ...base, kind: 'retracted', changes: [] };
    case 'rule': {
      const { verdict, entries, reason } = body;
      const ruled = { is: verdict, entries: entries.length, hub: entry.replica };
      return { ...base, kind: 'ruled', changes: [], verdict: ruled, text: reason };
    }
    case 'vouch':
      return { ...base, kind: 'vouched', changes: [], ...(body.by && { label: recoveryLabel }) };
    case 'redact':
      return { ...base, kind: 'redaction', changes: [], label: 'Redaction asked for', text: body.reason };
    case 'confirm':
      return { ...base, kind: 'redaction', changes: [], label: 'Redaction confirmed' };
    case 'decline':
      return { ...base, kind: 'redaction', changes: [], label: 'Redaction declined' };
    default:
      return { ...base, kind: 'unknown', changes: [] };
  }
}

function changesIn(
  type: RecordType,
  changes: FieldChanges,
  before: FoldState | undefined,
): readonly TimelineChange[] {
  return Object.entries(changes).map(([field, change]) => {
    const label = type.fields[field]?.label ?? field;
    const old = before ? valueIn(before, field) : undefined;
    if (!isMemberChange(change)) return { field, label, before: old, after: change.value };
    const members = Array.isArray(old) ? (old as readonly string[]) : [];
    const removed = change.remove.map(({ member }) => member);
    const after = [...members.filter((member) => !removed.includes(member)), ...change.add];
    return { field, label, before: members, after };
  });
}

function valueIn(state: FoldState, field: string): FieldValue | undefined {
  const members = own(state.sets, field);
  if (members) return Object.keys(members);
  const heads = own(state.registers, field);
  return heads ? heads[0]?.value : state.create && own(state.create.fields, field);
}
