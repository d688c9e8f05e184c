import PouchDB from 'pouchdb-browser';
import { incidentAt, type Incident } from '../../records.ts';
import type { Subject } from './subject.ts';

const documentsAtOnce = 1000;

/** PouchDB with its IndexedDB adapter and its settings as they come. */
export class PouchSubject implements Subject {
  readonly name = 'PouchDB';
  #database: PouchDB<Omit<Incident, 'id'>> | undefined;

  open(): Promise<void> {
    this.#database = new PouchDB('bench-pouch', { auto_compaction: false });
    return Promise.resolve();
  }

  async count(): Promise<number> {
    return (await this.#opened().info()).doc_count;
  }

  async bulk(from: number, count: number): Promise<number> {
    const documents = Array.from({ length: count }, (_, index) => {
      const { id, ...rest } = incidentAt(from + index);
      return { _id: id, ...rest };
    });
    const start = performance.now();
    for (let at = 0; at < count; at += documentsAtOnce) {
      await this.#opened().bulkDocs(documents.slice(at, at + documentsAtOnce));
    }
    return performance.now() - start;
  }

  async put({ id, ...rest }: Incident, title: string): Promise<void> {
    const { _rev } = await this.#opened().get(id);
    await this.#opened().put({ _id: id, _rev, ...rest, title });
  }

  async close(): Promise<void> {
    await this.#database?.close();
  }

  #opened(): PouchDB<Omit<Incident, 'id'>> {
    if (!this.#database) throw new Error('PouchDB is not open.');
    return this.#database;
  }
}
