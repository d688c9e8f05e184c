import { compareEntries, refOf } from '#shared/changelog/fold.ts';
import { confirmedEntries, type Redaction } from '#shared/changelog/redaction/orders.ts';
import { redactableRefs } from '#shared/engine/redact.ts';
import { textsThatGo } from '#shared/engine/redactable.ts';
import { soundEntry } from '#shared/changelog/sound-entry.ts';
import type { EntryRef } from '#shared/kernel/ids.ts';
import type { DataParts } from '../data-parts.ts';
import type { RecordRow } from '../database.ts';
import { forgetSavedIndex } from '../index/saved-state.ts';
import { Turns } from '../index/turns.ts';
import { readEntries, readLastN } from '../log.ts';
import { readProblem } from '../storage-problem.ts';
import { readHolders, type Holders } from './holders.ts';
import { removeContents } from './remove-contents.ts';
import { OrderRights } from './order-rights.ts';

/** Key of the row in `meta` that names the orders of which nothing is left on this device. */
const key = 'redacted';

/** An order as people are shown it. */
export interface RedactionInfo {
  readonly record: string;
  readonly type: string;
  readonly order: Redaction;
  /** Confirmed, and nothing of the contents is left on this device. */
  readonly isRemovedHere: boolean;
  /** Confirmed by somebody who is not known here as an administrator, or is not proven to have written it, or asked for by one: nothing is removed. */
  readonly lacksRight: boolean;
  /** Both people wrote on one device. */
  readonly isOneDevice: boolean;
  /** Devices and hubs that are not known to have the confirmed order yet. */
  readonly holders: Holders;
}

/** An entry that can be redacted, and what of it would go. */
export interface RedactionChoice {
  readonly ref: EntryRef;
  readonly texts: readonly string[];
}

type Parts = Pick<
  DataParts,
  'database' | 'catalogue' | 'journal' | 'feed' | 'index' | 'clock' | 'identity' | 'onFault'
>;

/** Removes what confirmed orders name as soon as they are here, and tells how it stands. */
export class Redactions {
  readonly #parts: Parts;
  readonly #turns = new Turns();
  readonly #rights: OrderRights;
  /** Orders of which this window's index holds nothing any more. */
  readonly #clean = new Set<EntryRef>();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#rights = new OrderRights(parts);
  }

  /** Goes on where an earlier run was broken off, and then with every change. */
  async begin(): Promise<void> {
    for (const ref of await this.#readDone()) this.#clean.add(ref);
    this.#parts.feed.subscribe(() => {
      this.settled().catch((error: unknown) => this.#parts.onFault(readProblem(error)));
    });
    await this.settled();
  }

  /** Resolves when all that can be removed by what is here now is removed. */
  settled(): Promise<void> {
    return this.#turns.take(() => this.#sweep());
  }

  /** All orders of this device, the newest first. */
  async list(): Promise<readonly RedactionInfo[]> {
    const { database, identity } = this.#parts;
    const done = new Set(await this.#readDone());
    const found: RedactionInfo[] = [];
    const rows = await this.#rows();
    const standing = await this.#rights.standing(rows);
    for (const { id, type, state } of rows) {
      for (const order of state.redactions ?? []) {
        const isConfirmed = order.state === 'confirmed';
        found.push({
          record: id,
          type,
          order,
          isRemovedHere: done.has(order.ref),
          lacksRight: isConfirmed && !standing.has(order.ref),
          isOneDevice: replicaOf(order.ref) === replicaOf(order.answer?.ref),
          holders: await readHolders(database, identity.replica, order),
        });
      }
    }
    return found.sort((a, b) => b.order.askedAt - a.order.askedAt);
  }

  /** What a person may name in a record, with the texts that would go, in the order of the timeline. */
  async choices(record: string): Promise<readonly RedactionChoice[]> {
    const { database, catalogue } = this.#parts;
    const row = await database.records.get(record);
    const type = row && catalogue.type(row.type);
    if (!type) return [];
    const sorted = [...(await readEntries(database, row))].sort(compareEntries);
    const refs = redactableRefs(sorted);
    return sorted
      .filter((entry) => refs.has(refOf(entry)))
      .map((entry) => ({ ref: refOf(entry), texts: textsThatGo(type, soundEntry(entry)) }));
  }

  async #sweep(): Promise<void> {
    const { database, journal } = this.#parts;
    const rows = await this.#rows();
    if (rows.length === 0) return;
    const before = await this.#readDone();
    const isOpen = (order: Redaction) => order.state === 'confirmed' && !before.includes(order.ref);
    const open = rows.filter(({ state }) => (state.redactions ?? []).some(isOpen));
    const standing = await this.#rights.standing(open);
    const done: EntryRef[] = [];
    for (const { id, state } of rows) {
      // Where two orders name an entry, what is left of it is what the first says.
      const named = confirmedEntries(state.redactions ?? []);
      for (const order of state.redactions ?? []) {
        if (before.includes(order.ref) || !standing.has(order.ref)) continue;
        const entries = order.entries.map((one) => named.get(one.entry) ?? one);
        if (await removeContents({ database, journal }, id, entries)) done.push(order.ref);
      }
    }
    if (done.length > 0) await this.#note(done);
    await this.#cleanIndex([...before, ...done]);
  }

  /** The saved index is thrown away first: a crash in between leaves an order that is not noted, and all is looked at again. */
  async #note(done: readonly EntryRef[]): Promise<void> {
    const { database, feed } = this.#parts;
    await forgetSavedIndex(database);
    await database.blocks.clear();
    await database.transaction('rw', database.meta, async () => {
      const known = await this.#readDone();
      await database.meta.put({ key, value: [...new Set([...known, ...done])] });
    });
    feed.publish({ n: await readLastN(database), records: [], config: false });
  }

  /** Each window has an index of its own in memory. */
  async #cleanIndex(done: readonly EntryRef[]): Promise<void> {
    if (done.every((ref) => this.#clean.has(ref))) return;
    await this.#parts.index.ask<'rebuild'>({ kind: 'rebuild' });
    for (const ref of done) this.#clean.add(ref);
  }

  #rows(): Promise<readonly RecordRow[]> {
    return Promise.resolve(this.#parts.database.records.orderBy('redaction').toArray());
  }

  async #readDone(): Promise<readonly EntryRef[]> {
    return ((await this.#parts.database.meta.get(key))?.value as readonly EntryRef[] | undefined) ?? [];
  }
}

function replicaOf(ref: EntryRef | undefined): string | undefined {
  return ref?.split(':')[0];
}
