import { incidentAt, type Incident } from '../../records.ts';
import { reference } from '../../reference-data.ts';
import type { ListName, ListingSubject } from './subject.ts';

interface ListPlan {
  readonly index: string;
  readonly direction: IDBCursorDirection;
  /** First part of the index key, absent where the list is of all incidents. */
  readonly first?: IDBValidKey;
}

const store = 'incidents';
const rowsInTransaction = 1000;

/** Five indexes, one for each list. */
const indexes: Readonly<Record<string, string | readonly string[]>> = {
  assignee: ['assignee', 'createdAt'],
  team: ['team', 'updatedAt'],
  class: ['stateClass', 'priority', 'createdAt'],
  createdAt: 'createdAt',
  title: 'title',
};
const lists: Readonly<Record<ListName, ListPlan>> = {
  assignee: { index: 'assignee', direction: 'prev', first: reference('person', 11).id },
  team: { index: 'team', direction: 'prev', first: reference('team', 2).id },
  openByPriority: { index: 'class', direction: 'next', first: 'open' },
  newest: { index: 'createdAt', direction: 'prev' },
  title: { index: 'title', direction: 'next' },
};

/** What `getAll` takes beyond the range; the types of the DOM do not know it yet. */
interface GetAll {
  getAll(options: {
    query: IDBKeyRange | null;
    count: number;
    direction: IDBCursorDirection;
  }): IDBRequest<Incident[]>;
}

export interface RawOptions {
  readonly name: string;
  /** Durability of bulk writes; a single put is always strict. */
  readonly bulk: IDBTransactionDurability;
  /** With the five indexes of the lists, or with one number index, as Outpost's own table of records has. */
  readonly indexes: 'lists' | 'number';
}

/** IndexedDB by hand: the least that any of the others must do. */
export class RawSubject implements ListingSubject {
  readonly name: string;
  readonly #options: RawOptions;
  #database: IDBDatabase | undefined;
  /** Key at which a list's page begins, by list and offset. */
  readonly #bounds = new Map<string, IDBValidKey>();

  constructor(options: RawOptions) {
    this.name = options.name;
    this.#options = options;
  }

  async open(): Promise<void> {
    const request = indexedDB.open(this.name, 1);
    request.onupgradeneeded = () => {
      const made = request.result.createObjectStore(store, { keyPath: 'id' });
      if (this.#options.indexes === 'number') made.createIndex('n', 'occurredAt');
      else
        for (const [name, path] of Object.entries(indexes)) made.createIndex(name, path as string | string[]);
    };
    this.#database = await result(request);
  }

  count(): Promise<number> {
    return result(this.#store('readonly').count());
  }

  async bulk(from: number, count: number): Promise<number> {
    const incidents = Array.from({ length: count }, (_, index) => incidentAt(from + index));
    const start = performance.now();
    for (let at = 0; at < count; at += rowsInTransaction) {
      const target = this.#store('readwrite', this.#options.bulk);
      for (const incident of incidents.slice(at, at + rowsInTransaction)) target.put(incident);
      await completed(target.transaction);
    }
    return performance.now() - start;
  }

  async put(incident: Incident, title: string): Promise<void> {
    const target = this.#store('readwrite', 'strict');
    target.put({ ...incident, title });
    target.transaction.commit();
    await completed(target.transaction);
  }

  /** One `getAll` over a compound index; a later page begins at a key that is known, as a list that pages by key has it. */
  async list(name: ListName, offset: number): Promise<number> {
    const { index, direction, first } = lists[name];
    const source = this.#store('readonly').index(index);
    const all = first === undefined ? null : IDBKeyRange.bound([first], [first, []]);
    let query = all;
    if (offset > 0) {
      const place = `${name} ${offset}`;
      const bound = this.#bounds.get(place) ?? (await keyAt(source, all, direction, offset));
      this.#bounds.set(place, bound);
      query = direction === 'prev' ? IDBKeyRange.upperBound(bound) : IDBKeyRange.lowerBound(bound);
    }
    const rows = this.#store('readonly').index(index) as unknown as GetAll;
    return (await result(rows.getAll({ query, count: 50, direction }))).length;
  }

  close(): Promise<void> {
    this.#database?.close();
    return Promise.resolve();
  }

  #store(mode: IDBTransactionMode, durability: IDBTransactionDurability = 'default'): IDBObjectStore {
    if (!this.#database) throw new Error(`${this.name} is not open.`);
    return this.#database.transaction(store, mode, { durability }).objectStore(store);
  }
}

function result<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The request failed.'));
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was aborted.'));
  });
}

async function keyAt(
  source: IDBIndex,
  range: IDBKeyRange | null,
  direction: IDBCursorDirection,
  offset: number,
): Promise<IDBValidKey> {
  const request = source.openKeyCursor(range, direction);
  (await result(request))?.advance(offset);
  const cursor = await result(request);
  if (!cursor) throw new Error(`The list has no row ${offset}.`);
  return cursor.key;
}
