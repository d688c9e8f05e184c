import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { chainEntries, type Draft, type Head } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { canExtend, extendFold, refOf } from '#shared/changelog/fold.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { bodyOf, type Intention, type RecordHistory } from '#shared/changelog/intention.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import { shapeOf, versionOf } from '#shared/engine/shape.ts';
import { nextStamp } from '#shared/kernel/clock.ts';
import { formatNumber, type EntryRef } from '#shared/kernel/ids.ts';
import type { Given } from './counters.ts';
import type { RecordRow } from './database.ts';
import type { Identity } from './identity.ts';
import { settled, toLogRow, type WritingEnd } from './log.ts';
import { recordRow } from './record-rows.ts';
import type { SealedStore, StoreName } from './transaction.ts';

export interface BulkResult {
  readonly records: number;
  readonly entries: number;
  /** Arrival number of the last entry. */
  readonly n: number;
}

interface SessionPlan {
  readonly catalogue: Catalogue;
  readonly actor: string;
  readonly now: number;
  readonly histories: Iterable<RecordHistory>;
  readonly onProgress?: (records: number) => void;
}

/** The stores of the transaction that all is written in. */
type Stores = (name: StoreName) => SealedStore;

/** Entries in one log row, and so the work between two waits for the disk. */
const entriesAtOnce = 400;

/** The writing of many histories within one transaction. */
export class BulkSession {
  readonly #plan: SessionPlan;
  readonly #existing: ReadonlyMap<string, RecordRow>;
  readonly #numbers: Given;
  readonly #identity: Identity;
  readonly #seen = new Set<string>();
  #n: number;
  #head: Head;
  #entries = 0;

  constructor(plan: SessionPlan, existing: ReadonlyMap<string, RecordRow>, numbers: Given, end: WritingEnd) {
    this.#plan = plan;
    this.#existing = existing;
    this.#numbers = numbers;
    this.#identity = end.identity;
    this.#n = end.n;
    this.#head = end.head;
  }

  get result(): BulkResult {
    return { records: this.#seen.size, entries: this.#entries, n: this.#n };
  }

  /** Never waits for anything but requests of the transaction, which would otherwise commit early. */
  async run(store: Stores): Promise<void> {
    let underWay: Promise<unknown> = Promise.resolve();
    let piece: RecordHistory[] = [];
    let size = 0;
    const put = async (): Promise<void> => {
      const issued = this.#put(store, piece);
      // Awaited one piece later; a fault before that is told by what stops the transaction.
      issued.catch(() => undefined);
      await underWay;
      underWay = issued;
      this.#plan.onProgress?.(this.#seen.size);
      piece = [];
      size = 0;
    };
    for (const history of this.#plan.histories) {
      piece.push(history);
      size += history.intentions.length;
      if (size >= entriesAtOnce) await put();
    }
    if (piece.length > 0) await put();
    for (const counter of this.#numbers.changed()) store('meta').put(counter);
    await underWay;
  }

  /** Folds, chains and issues the requests of one piece; resolves when the last of them is through. */
  #put(store: Stores, piece: readonly RecordHistory[]): Promise<unknown> {
    const first = this.#n + 1;
    const entries: Entry[] = [];
    const records = store('records');
    for (const history of piece) {
      const row = this.#fold(history, first, entries);
      if (row) records.put(row);
    }
    if (entries.length === 0) return Promise.resolve();
    this.#entries += entries.length;
    this.#n += entries.length;
    return settled(store('log').add(toLogRow(first, entries, this.#head)));
  }

  #fold(history: RecordHistory, first: number, entries: Entry[]): RecordRow | undefined {
    const { id } = history;
    if (this.#seen.has(id)) throw new Error(`Record ${id} comes twice in one bulk.`);
    this.#seen.add(id);
    const type = this.#plan.catalogue.type(history.type);
    if (!type) throw new Error(`Record type ${history.type} is not declared.`);
    const before = this.#existing.get(id);
    let state = before?.state;
    // The last act that counts: a newer one may be overtaken, and what follows it would be too.
    let lastAct = state && projectRecord(state, shapeOf(type))?.life.at(-1)?.ref;
    for (const intention of history.intentions) {
      if (intention.key !== undefined && state && Object.hasOwn(state.keys, intention.key)) continue;
      const entry = this.#chain(this.#draft(intention, type, id, state, lastAct));
      if (state && !canExtend(state, entry)) throw new Error('A bulk wrote entries out of order.');
      state = extendFold(state, entry);
      if (entry.body.kind === 'act') lastAct = refOf(entry);
      entries.push(entry);
    }
    if (!state || state === before?.state) return undefined;
    const places = [...(before?.places ?? []), first];
    return recordRow(this.#plan.catalogue, state, { n: first + entries.length - 1, places });
  }

  #draft(
    intention: Intention,
    type: RecordType,
    id: string,
    state: FoldState | undefined,
    lastAct: EntryRef | undefined,
  ): Draft {
    const { actor, now } = this.#plan;
    const body = bodyOf(intention, type, state, {
      number: () => formatNumber(type.prefix, this.#identity.shortCode, this.#numbers.next(type.prefix)),
      version: versionOf(type),
      lastAct,
    });
    return {
      stamp: nextStamp(state?.last.stamp, now),
      actor,
      type: type.name,
      record: id,
      body,
      ...(intention.key === undefined ? {} : { key: intention.key }),
      ...(intention.origin ? { origin: intention.origin } : {}),
    };
  }

  #chain(draft: Draft): Entry {
    const { entries, head } = chainEntries(this.#identity.replica, this.#head, [draft]);
    this.#head = head;
    return entries[0] as Entry;
  }
}
