import { timed } from './interleave.ts';
import { PouchReplica, RxReplica, type WireDocument } from './sync/documents.ts';
import { BenchLaptop, type Arrival } from './sync/laptop.ts';
import { RawSubject } from './subjects/raw.ts';

interface Place {
  readonly from: number;
  readonly count: number;
}

interface Named {
  readonly name: string;
}

interface DocumentOrder extends Named {
  readonly documents: readonly WireDocument[];
}

const laptops = new Map<string, BenchLaptop>();
const raw = {
  relaxed: new RawSubject({ name: 'raw', bulk: 'relaxed', indexes: 'lists' }),
  strict: new RawSubject({ name: 'raw strict', bulk: 'strict', indexes: 'lists' }),
};

const documentReplicas = new Map<string, PouchReplica | RxReplica>();

function laptop(name: string): BenchLaptop {
  const found = laptops.get(name);
  if (!found) throw new Error(`There is no laptop ${name}.`);
  return found;
}

/** What the driver calls in the page, step by step; each takes one argument. */
const syncBench = {
  openRaw: async (): Promise<void> => {
    await raw.relaxed.open();
    await raw.strict.open();
  },
  /** Writes incidents as documents. Milliseconds. */
  putRaw: ({ from, count, kind }: Place & { readonly kind: keyof typeof raw }): Promise<number> =>
    raw[kind].bulk(from, count),
  open: async ({ name, isNew }: Named & { readonly isNew: boolean }): Promise<void> => {
    const made = new BenchLaptop(name);
    laptops.set(name, made);
    await made.open(isNew);
  },
  /** Imports incidents with their histories. Milliseconds until written, and until in lists and search. */
  import: async ({ name, from, count }: Named & Place): Promise<Pick<Arrival, 'stored' | 'indexed'>> => {
    const { subject } = laptop(name);
    const stored = await subject.bulk(from, count);
    return { stored, indexed: stored + (await subject.catchUp()) };
  },
  editMany: ({ name, from, count }: Named & Place): Promise<void> =>
    laptop(name).subject.editMany(from, count),
  join: ({ name, address, code }: Named & { readonly address: string; readonly code: string }) =>
    laptop(name).join(address, code),
  rest: ({ name }: Named): Promise<void> => laptop(name).rest(),
  exchange: ({ name }: Named): Promise<Arrival> => laptop(name).exchange(),
  /** Saves one edit, then exchanges it. Milliseconds of the exchange. */
  push: async ({ name, incidents }: Named & { readonly incidents: number }): Promise<number> => {
    const own = laptop(name);
    await own.edit(incidents);
    return timed(() => own.subject.data.sync.exchange());
  },
  /** Milliseconds of an exchange. */
  pull: ({ name }: Named): Promise<number> => timed(() => laptop(name).subject.data.sync.exchange()),
  discard: async ({ name }: Named): Promise<void> => {
    await laptop(name).discard();
    laptops.delete(name);
  },
  /** A document database with documents that its other side knows. `remote`: for PouchDB, the address of a CouchDB. */
  beginDocuments: async ({ name, remote, documents }: DocumentOrder & { readonly remote?: string }) => {
    const replica = remote === undefined ? new RxReplica(name) : new PouchReplica(name, remote);
    documentReplicas.set(name, replica);
    await replica.begin(documents);
  },
  /** Saves the states in turn, then sends. The bodies that RxDB sent; what PouchDB sent its other side knows. */
  saveDocuments: async ({ name, documents }: DocumentOrder): Promise<readonly string[]> =>
    (await documentReplicas.get(name)?.save(documents)) ?? [],
};

export type SyncBench = typeof syncBench;

declare global {
  var syncBench: SyncBench;
}
globalThis.syncBench = syncBench;
