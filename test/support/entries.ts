import type { CreateBody, Entry, EntryBody, FieldChanges } from '#shared/changelog/entry.ts';
import { refOf } from '#shared/changelog/fold.ts';
import type { FieldValue, FieldValues } from '#shared/definition/values.ts';
import type { EntryRef } from '#shared/kernel/ids.ts';

/** Writes entries of one record by hand, for tests of the fold: what each names, and when, is up to the test. */
export class EntryWriter {
  readonly entries: Entry[] = [];
  readonly #counters = new Map<EntryRef, number>();

  /** `seen`: what the author knew; the counter is one above theirs. `wall`: what the author's clock said. */
  write(
    replica: string,
    body: EntryBody,
    seen: readonly Entry[] = this.entries,
    more: Partial<Entry> & { readonly wall?: number } = {},
  ): Entry {
    const { wall = this.entries.length, ...rest } = more;
    const counter = Math.max(0, ...seen.map((entry) => this.#counters.get(refOf(entry)) ?? 0)) + 1;
    const seq = this.entries.filter((entry) => entry.replica === replica).length + 1;
    const entry: Entry = {
      replica,
      seq,
      prev: '',
      stamp: { wall, counter },
      actor: `person-${replica}`,
      type: 'ticket',
      record: 'record',
      body,
      ...rest,
    };
    this.#counters.set(refOf(entry), counter);
    this.entries.push(entry);
    return entry;
  }
}

export function create(fields: FieldValues = { title: 'It broke' }): CreateBody {
  return { kind: 'create', number: 'TIC-7A-00001', version: 0, fields };
}

export function set(field: string, value: FieldValue, ...base: readonly Entry[]): EntryBody {
  return { kind: 'set', fields: { [field]: { value, base: base.map(refOf) } } };
}

export function addTo(field: string, ...members: readonly string[]): EntryBody {
  return { kind: 'set', fields: { [field]: { add: members, remove: [] } } };
}

export function removeFrom(field: string, member: string, ...seen: readonly Entry[]): EntryBody {
  return { kind: 'set', fields: { [field]: { add: [], remove: [{ member, seen: seen.map(refOf) }] } } };
}

export function act(action: string, to: string, base: Entry, fields: FieldChanges = {}): EntryBody {
  return { kind: 'act', action, to, base: refOf(base), fields };
}

export function retract(...entries: readonly Entry[]): EntryBody {
  return { kind: 'retract', entries: entries.map(refOf) };
}

/** What a hub rules; to be written with the actor ''. */
export function rule(verdict: 'aside' | 'stands', ...entries: readonly Entry[]): EntryBody {
  return {
    kind: 'rule',
    entries: entries.map(refOf),
    verdict,
    code: 'OUT-PER-001',
    reason: 'You may not work tickets.',
  };
}
