import { entryRef, type EntryRef } from '#shared/kernel/ids.ts';
import type { Finding } from '#shared/rulings/heard.ts';
import type { FindingRow, RulingProgressRow } from '../../storage/tables.ts';

/** What was found so far in a workspace: of entries that are not named it is that they stand, up to where it was judged. */
export class Docket {
  readonly #rows = new Map<EntryRef, FindingRow>();
  readonly #byRecord = new Map<string, Set<EntryRef>>();
  readonly #byActor = new Map<string, Set<EntryRef>>();
  /** Entries that came and were not judged yet. */
  readonly #open = new Set<EntryRef>();
  /** Those that were judged meanwhile, though their run is not through. */
  readonly #closed = new Set<EntryRef>();
  readonly #changed = new Set<EntryRef>();
  #judged: number;

  constructor(rows: readonly FindingRow[], { judged }: Pick<RulingProgressRow, 'judged'>) {
    for (const row of rows) this.#enter(row);
    this.#judged = judged;
  }

  finding(ref: EntryRef): Finding {
    if (this.#open.has(ref)) return undefined;
    return this.#rows.get(ref)?.finding === 'aside' ? 'aside' : 'stands';
  }

  /** Entries of a run are before the judge; those that it has been through are left as they are. */
  open(arrival: number, refs: readonly EntryRef[]): void {
    if (arrival <= this.#judged) return;
    for (const ref of refs) if (!this.#closed.has(ref)) this.#open.add(ref);
  }

  /** The runs up to an arrival number were judged. */
  pass(arrival: number): void {
    this.#judged = Math.max(this.#judged, arrival);
    this.#closed.clear();
  }

  close(ref: EntryRef): void {
    this.#open.delete(ref);
    this.#closed.add(ref);
  }

  isOpen(ref: EntryRef): boolean {
    return this.#open.has(ref);
  }

  row(ref: EntryRef): FindingRow | undefined {
    return this.#rows.get(ref);
  }

  get rows(): readonly FindingRow[] {
    return [...this.#rows.values()];
  }

  put(row: FindingRow): void {
    this.#enter(row);
    this.#changed.add(refOfRow(row));
  }

  /** Entries about the record, or by the person, that do not simply stand. */
  ofRecord(record: string): readonly EntryRef[] {
    return [...(this.#byRecord.get(record) ?? [])];
  }

  ofActor(actor: string): readonly EntryRef[] {
    return [...(this.#byActor.get(actor) ?? [])];
  }

  /** The rows to be written since the last time, and those that say nothing any more. */
  takeChanges(): { readonly kept: readonly FindingRow[]; readonly gone: readonly FindingRow[] } {
    const rows = [...this.#changed].flatMap((ref) => this.#rows.get(ref) ?? []);
    this.#changed.clear();
    const gone = rows.filter((row) => row.finding === 'stands' && toldBy(row).length === 0);
    for (const row of gone) this.#drop(row);
    return { kept: rows.filter((row) => !gone.includes(row)), gone };
  }

  #enter(row: FindingRow): void {
    const ref = refOfRow(row);
    this.#rows.set(ref, row);
    addTo(this.#byRecord, row.record, ref);
    addTo(this.#byActor, row.actor, ref);
  }

  #drop(row: FindingRow): void {
    const ref = refOfRow(row);
    this.#rows.delete(ref);
    this.#byRecord.get(row.record)?.delete(ref);
    this.#byActor.get(row.actor)?.delete(ref);
  }
}

export function refOfRow({ replica, seq }: Pick<FindingRow, 'replica' | 'seq'>): EntryRef {
  return entryRef(replica, seq);
}

/** Own logs whose newest ruling sets the entry aside. */
export function toldBy({ told }: Pick<FindingRow, 'told'>): readonly string[] {
  const list: unknown = JSON.parse(told);
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}

function addTo(sets: Map<string, Set<EntryRef>>, key: string, ref: EntryRef): void {
  const set = sets.get(key) ?? new Set<EntryRef>();
  set.add(ref);
  sets.set(key, set);
}
