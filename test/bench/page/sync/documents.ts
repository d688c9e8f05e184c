import PouchDB from 'pouchdb-browser';
import { createRxDatabase, type RxCollection, type RxJsonSchema } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

/** A record as a document database keeps it. */
export type WireDocument = Readonly<Record<string, unknown>> & { readonly _id: string };

const atOnce = 1000;

/** PouchDB with its IndexedDB adapter, replicating to a CouchDB by its own protocol. */
export class PouchReplica {
  readonly #database: PouchDB<Readonly<Record<string, unknown>>>;
  readonly #remote: string;

  constructor(name: string, remote: string) {
    this.#database = new PouchDB(name);
    this.#remote = remote;
  }

  async begin(documents: readonly WireDocument[]): Promise<void> {
    await this.#database.bulkDocs(documents);
    await this.#send();
  }

  /** Saves each state after the other, then sends what is new. */
  async save(documents: readonly WireDocument[]): Promise<void> {
    for (const document of documents) {
      const { _rev } = await this.#database.get(document._id);
      await this.#database.put({ ...document, _rev });
    }
    await this.#send();
  }

  async #send(): Promise<void> {
    await this.#database.replicate.to(this.#remote, { batch_size: atOnce });
  }
}

interface RxRow {
  readonly id: string;
}

const schema: RxJsonSchema<RxRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 30 } },
};

/** RxDB with its Dexie storage and its replication protocol. */
export class RxReplica {
  readonly #rows: Promise<RxCollection<RxRow>>;

  constructor(name: string) {
    this.#rows = createRxDatabase({ name, storage: getRxStorageDexie(), multiInstance: false }).then(
      async (database) =>
        (await database.addCollections<{ rows: RxCollection<RxRow> }>({ rows: { schema } })).rows,
    );
  }

  async begin(documents: readonly WireDocument[]): Promise<void> {
    await (await this.#rows).bulkInsert(documents.map(asRow));
    await this.#send();
  }

  /** The same. @returns the bodies of what it sends. */
  async save(documents: readonly WireDocument[]): Promise<readonly string[]> {
    const rows = await this.#rows;
    for (const document of documents) await rows.upsert(asRow(document));
    return this.#send();
  }

  async #send(): Promise<readonly string[]> {
    const bodies: string[] = [];
    const state = replicateRxCollection({
      replicationIdentifier: 'bench',
      collection: await this.#rows,
      live: false,
      push: {
        batchSize: atOnce,
        handler: (rows) => {
          bodies.push(JSON.stringify(rows));
          return Promise.resolve([]);
        },
      },
    });
    await state.awaitInitialReplication();
    await state.cancel();
    return bodies;
  }
}

function asRow({ _id, ...rest }: WireDocument): RxRow {
  return { id: _id, ...rest };
}
