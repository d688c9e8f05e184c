import 'fake-indexeddb/auto';
import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { decodeEntries } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Command, WrittenEntry } from '#shared/engine/commands.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { listOf, textOf } from '#shared/definition/record.ts';
import { ConfigCache } from '#renderer/data/config-cache.ts';
import { OutpostDatabase } from '#renderer/data/database.ts';
import { ClearVault } from '#test/support/vault.ts';
import { ChangeFeed } from '#renderer/data/feed.ts';
import { ensureIdentity } from '#renderer/data/identity.ts';
import type { ExchangeParts } from '#renderer/data/sync/exchange.ts';
import type { Transport } from '#renderer/data/sync/transport.ts';
import { Writer } from '#renderer/data/writer.ts';

/** Every row of a database, by table. */
export type Image = ReadonlyMap<
  string,
  { readonly keys: readonly unknown[]; readonly rows: readonly unknown[] }
>;

export interface LaptopParts {
  readonly name: string;
  readonly catalogue: Catalogue;
  readonly actor: Actor;
  /** Epoch ms of the world; the laptop's clock may be off. */
  readonly time: () => number;
  readonly transport: (laptop: Laptop) => Transport;
}

/** A window of a laptop, as its person works in it. */
export type Desk = Pick<Laptop, 'parts' | 'done' | 'execute' | 'entries' | 'views'>;

let databases = 0;

/** One laptop: its database, the door for writes and the exchange, as the application runs them. */
export class Laptop {
  readonly parts: LaptopParts;
  /** Milliseconds that its clock is off by. */
  off = 0;
  /** Addresses that it cannot reach. */
  readonly cut = new Set<string>();
  /** What its person may take back. */
  readonly done: (readonly WrittenEntry[])[] = [];
  readonly images: Image[] = [];
  /** Transactions that still come through before it dies; undefined: it does not. */
  fuse: number | undefined;
  database!: OutpostDatabase;
  #writer!: Writer;
  #feed!: ChangeFeed;
  #second: { readonly writer: Writer; readonly feed: ChangeFeed } | undefined;

  constructor(parts: LaptopParts) {
    this.parts = parts;
  }

  get clock(): { readonly now: () => number } {
    return { now: () => this.parts.time() + this.off };
  }

  get exchange(): ExchangeParts {
    const { catalogue, transport } = this.parts;
    return { database: this.database, catalogue, clock: this.clock, transport: transport(this) };
  }

  /** With an empty database, or one that comes from an image. */
  async start(image?: Image): Promise<void> {
    databases += 1;
    this.database = await openDatabase(`simulated-${process.pid}-${databases}`, this);
    if (image) await write(this.database, image);
    await this.#open();
  }

  /** All that was in memory is gone; what was committed is there. */
  async crash(): Promise<void> {
    const { name } = this.database;
    this.#closeWindows();
    this.database.close();
    this.fuse = undefined;
    this.done.length = 0;
    this.database = await openDatabase(name, this);
    await this.#open();
  }

  async #open(): Promise<void> {
    await ensureIdentity(this.database, this.clock.now());
    this.#feed = this.#newFeed();
    this.#writer = this.#newWriter(this.#feed);
  }

  /** Another window on the same database. */
  secondWindow(): Desk {
    if (!this.#second) {
      const feed = this.#newFeed();
      this.#second = { feed, writer: this.#newWriter(feed) };
    }
    const { writer } = this.#second;
    const { parts, done } = this;
    return {
      parts,
      done,
      execute: (command) => this.#executeBy(writer, command),
      entries: () => this.entries(),
      views: () => this.views(),
    };
  }

  #closeWindows(): void {
    this.#feed.close();
    this.#second?.feed.close();
    this.#second = undefined;
  }

  #newFeed(): ChangeFeed {
    return new ChangeFeed(`${this.database.name}-changes`);
  }

  #newWriter(feed: ChangeFeed): Writer {
    const { catalogue, actor } = this.parts;
    return new Writer({
      database: this.database,
      catalogue,
      clock: { now: () => this.clock.now() },
      feed,
      journal: undefined,
      config: new ConfigCache(catalogue),
      actor: () => actor,
      pointingAt: (type, by, id) => this.#pointingAt(type, by, id),
      owedVouch: () => Promise.resolve(undefined),
      exclusively: (work) => work(),
      onJournalFault: () => undefined,
    });
  }

  /** @returns what was written; undefined where it was refused. */
  execute(command: Command): Promise<readonly WrittenEntry[] | undefined> {
    return this.#executeBy(this.#writer, command);
  }

  async #executeBy(writer: Writer, command: Command): Promise<readonly WrittenEntry[] | undefined> {
    const result = await writer.execute(command);
    if (!result.ok) return undefined;
    const { entries } = result.value;
    if (entries.length > 0) this.done.push(entries);
    return entries;
  }

  /** Tells the writer that another thread wrote. */
  announce(n: number): void {
    this.#feed.publish({ n, records: [], config: true });
  }

  async image(): Promise<Image> {
    const image = new Map<string, { keys: readonly unknown[]; rows: readonly unknown[] }>();
    for (const table of this.database.tables) {
      const keys = await table.toCollection().primaryKeys();
      image.set(table.name, { keys, rows: await table.bulkGet(keys) });
    }
    return image;
  }

  async entries(): Promise<readonly Entry[]> {
    const rows = await this.database.log.orderBy('n').toArray();
    return rows.flatMap((row) => decodeEntries(row.bytes));
  }

  /** Records as they are shown, oldest id first. */
  async views(): Promise<readonly RecordView[]> {
    const rows = await this.database.records.toArray();
    return rows.flatMap(({ state }) => {
      const type = this.parts.catalogue.type(state.type);
      const view = type && projectRecord(state, shapeOf(type));
      return view ? [view] : [];
    });
  }

  async end(): Promise<void> {
    this.#closeWindows();
    this.database.close();
    await this.database.delete();
  }

  async #pointingAt(type: string, by: string, id: string): Promise<readonly string[]> {
    const views = await this.views();
    return views
      .filter((view) => view.type === type && (textOf(view, by) === id || listOf(view, by).includes(id)))
      .map((view) => view.id);
  }
}

async function openDatabase(name: string, laptop: Laptop): Promise<OutpostDatabase> {
  const database = new OutpostDatabase(name, new ClearVault());
  await database.open();
  const connection = database.backendDB();
  const open = connection.transaction.bind(connection);
  connection.transaction = (...parameters: Parameters<IDBDatabase['transaction']>) => {
    if (laptop.fuse !== undefined) {
      if (laptop.fuse <= 0) throw new DOMException('The laptop is off.', 'InvalidStateError');
      laptop.fuse -= 1;
    }
    return open(...parameters);
  };
  return database;
}

async function write(database: OutpostDatabase, image: Image): Promise<void> {
  for (const [name, { keys, rows }] of image) {
    const table = database.table(name);
    if (table.schema.primKey.keyPath) await table.bulkPut(rows);
    else await table.bulkPut(rows, keys as number[]);
  }
}
