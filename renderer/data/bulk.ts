import type { Catalogue } from '#shared/definition/catalogue.ts';
import { chainEntries, type Head } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { canExtend, extendFold, refOf } from '#shared/changelog/fold.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { bodyOf, type RecordHistory } from '#shared/changelog/intention.ts';
import { versionOf } from '#shared/engine/shape.ts';
import { nextStamp } from '#shared/kernel/clock.ts';
import { formatNumber } from '#shared/kernel/ids.ts';
import type { Given } from './counters.ts';
import { Counters } from './counters.ts';
import type { OutpostDatabase, RecordRow } from './database.ts';
import type { Identity } from './identity.ts';
import { readEndWithin, settled, toLogRow } from './log.ts';
import { openStrict } from './transaction.ts';

export interface BulkPlan {
  readonly database: OutpostDatabase;
  readonly catalogue: Catalogue;
  readonly identity: Identity;
  /** Person record id of who does it. */
  readonly actor: string;
  /** Epoch ms. */
  readonly now: number;
  /** Asked for one history after the other while the transaction is open, so it must answer at once. */
  readonly histories: Iterable<RecordHistory>;
  /** Records among the histories that exist already, with their present rows. */
  readonly existing: ReadonlyMap<string, RecordRow>;
  /** Told after each piece: records written so far. */
  readonly onProgress?: (records: number) => void;
  /** Aborting takes everything back; nothing of it is kept. */
  readonly signal?: AbortSignal;
}

export interface BulkResult {
  readonly records: number;
  readonly entries: number;
  /** Arrival number of the last entry. */
  readonly n: number;
}

/** Entries in one log row, and so the work between two waits for the disk. */
const entriesAtOnce = 400;

/**
 * Writes many histories as packed segments in one strict transaction: all of them or none, whatever stops it. While one
 * piece is on its way to the disk the next is hashed and packed.
 * @throws DOMException AbortError when the signal aborts; the database's error when it fails.
 */
export async function writeBulk(plan: BulkPlan): Promise<BulkResult> {
  const { database, identity, signal } = plan;
  signal?.throwIfAborted();
  const transaction = openStrict(database, ['log', 'records', 'meta']);
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('Cancelled.', 'AbortError'));
  });
  const stop = () => transaction.abort();
  signal?.addEventListener('abort', stop, { once: true });
  let session: BulkSession;
  try {
    // Read inside the transaction, which holds off every other writer until it ends.
    const end = await readEndWithin(transaction, identity.replica);
    session = new BulkSession(plan, new Counters(database, end.counters).begin(), end.n, end.head);
    await session.run(transaction);
  } catch (error) {
    if (!signal?.aborted) transaction.abort();
    await done.catch(() => undefined);
    throw signal?.aborted ? signal.reason : error;
  }
  await done;
  signal?.removeEventListener('abort', stop);
  return session.result;
}

class BulkSession {
  readonly #plan: BulkPlan;
  readonly #numbers: Given;
  #n: number;
  #head: Head;
  #records = 0;
  #entries = 0;

  constructor(plan: BulkPlan, numbers: Given, n: number, head: Head) {
    this.#plan = plan;
    this.#numbers = numbers;
    this.#n = n;
    this.#head = head;
  }

  get result(): BulkResult {
    return { records: this.#records, entries: this.#entries, n: this.#n };
  }

  /** Never waits for anything but requests of the transaction, which would otherwise commit early. */
  async run(transaction: IDBTransaction): Promise<void> {
    let underWay: Promise<unknown> = Promise.resolve();
    let piece: RecordHistory[] = [];
    let size = 0;
    for (const history of this.#plan.histories) {
      piece.push(history);
      size += history.intentions.length;
      if (size < entriesAtOnce) continue;
      const issued = this.#put(transaction, piece);
      await underWay;
      underWay = issued;
      this.#plan.onProgress?.(this.#records);
      piece = [];
      size = 0;
    }
    if (size > 0) {
      const issued = this.#put(transaction, piece);
      await underWay;
      underWay = issued;
    }
    for (const counter of this.#numbers.changed()) transaction.objectStore('meta').put(counter);
    await underWay;
    this.#plan.onProgress?.(this.#records);
  }

  /** Folds, chains and issues the requests of one piece; resolves when the last of them is through. */
  #put(transaction: IDBTransaction, piece: readonly RecordHistory[]): Promise<unknown> {
    const first = this.#n + 1;
    const entries: Entry[] = [];
    const records = transaction.objectStore('records');
    for (const history of piece) {
      const row = this.#fold(history, first, entries);
      if (row) records.put(row);
    }
    this.#records += piece.length;
    if (entries.length === 0) return Promise.resolve();
    this.#entries += entries.length;
    this.#n += entries.length;
    return settled(transaction.objectStore('log').add(toLogRow(first, entries, this.#head)));
  }

  #fold(history: RecordHistory, first: number, entries: Entry[]): RecordRow | undefined {
    const { catalogue, existing, identity, actor, now } = this.#plan;
    const type = catalogue.type(history.type);
    if (!type) throw new Error(`Record type ${history.type} is not declared.`);
    const before = existing.get(history.id);
    let state: FoldState | undefined = before?.state;
    let lastAct = state?.acts.at(-1)?.ref;
    for (const intention of history.intentions) {
      if (intention.key !== undefined && state?.keys[intention.key] !== undefined) continue;
      const body = bodyOf(intention, type, state, {
        number: () => formatNumber(type.prefix, identity.shortCode, this.#numbers.next(type.prefix)),
        version: versionOf(type),
        lastAct,
      });
      const chained = chainEntries(identity.replica, this.#head, [
        {
          stamp: nextStamp(state?.last.stamp, now),
          actor,
          type: type.name,
          record: history.id,
          body,
          ...(intention.key === undefined ? {} : { key: intention.key }),
          ...(intention.origin ? { origin: intention.origin } : {}),
        },
      ]);
      this.#head = chained.head;
      for (const entry of chained.entries) {
        if (state && !canExtend(state, entry)) throw new Error('An import wrote entries out of order.');
        state = extendFold(state, entry);
        if (body.kind === 'act') lastAct = refOf(entry);
        entries.push(entry);
      }
    }
    const isChanged = state !== undefined && state !== before?.state;
    if (!isChanged || !state) return undefined;
    return {
      id: history.id,
      type: type.name,
      n: first + entries.length - 1,
      places: [...(before?.places ?? []), first],
      ...(type.config ? { config: type.name } : {}),
      state,
    };
  }
}
