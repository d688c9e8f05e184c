import { createRxDatabase, type RxCollection, type RxDatabase, type RxJsonSchema } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { incidentAt, type Incident } from '../../records.ts';
import type { Subject } from './subject.ts';

const documentsAtOnce = 1000;
const text = { type: 'string', maxLength: 300 } as const;
const instant = { type: 'number', minimum: 0, maximum: 10_000_000_000_000, multipleOf: 1 } as const;
const list = { type: 'array', items: { type: 'string' } } as const;

/** The same five indexes as raw IndexedDB has. */
const schema: RxJsonSchema<Incident> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    ...(Object.fromEntries(Object.keys(incidentAt(0)).map((name) => [name, { type: 'string' }])) as Record<
      keyof Incident,
      { type: 'string' }
    >),
    id: { type: 'string', maxLength: 26 },
    assignee: text,
    team: text,
    stateClass: text,
    priority: text,
    title: text,
    createdAt: instant,
    updatedAt: instant,
    occurredAt: instant,
    configurationItems: list,
    tags: list,
  },
  required: ['assignee', 'team', 'stateClass', 'priority', 'title', 'createdAt', 'updatedAt'],
  indexes: [
    ['assignee', 'createdAt'],
    ['team', 'updatedAt'],
    ['stateClass', 'priority', 'createdAt'],
    'createdAt',
    'title',
  ],
};

/** RxDB over its free storage, which is Dexie. */
export class RxSubject implements Subject {
  readonly name = 'RxDB';
  #database: RxDatabase | undefined;
  #incidents: RxCollection<Incident> | undefined;

  async open(): Promise<void> {
    const storage = getRxStorageDexie();
    this.#database = await createRxDatabase({ name: 'bench-rxdb', storage, multiInstance: false });
    const { incidents } = await this.#database.addCollections<{ incidents: RxCollection<Incident> }>({
      incidents: { schema },
    });
    this.#incidents = incidents;
  }

  count(): Promise<number> {
    return this.#opened().count().exec();
  }

  async bulk(from: number, count: number): Promise<number> {
    const documents = Array.from({ length: count }, (_, index) => incidentAt(from + index));
    const start = performance.now();
    for (let at = 0; at < count; at += documentsAtOnce) {
      const { error } = await this.#opened().bulkInsert(documents.slice(at, at + documentsAtOnce));
      if (error.length > 0) throw new Error(`RxDB refused ${error.length} documents.`);
    }
    return performance.now() - start;
  }

  /** Its cheapest way to change a document: find it, then patch it. */
  async put({ id }: Incident, title: string): Promise<void> {
    const found = await this.#opened().findOne(id).exec(true);
    await found.patch({ title });
  }

  async close(): Promise<void> {
    await this.#database?.close();
  }

  #opened(): RxCollection<Incident> {
    if (!this.#incidents) throw new Error('RxDB is not open.');
    return this.#incidents;
  }
}
