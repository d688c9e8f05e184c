import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { OutpostDatabase, RecordRow } from '../database.ts';
import { IndexCore } from './index-core.ts';
import { IndexStorage } from './index-storage.ts';
import type { IndexAnswers, IndexRequest, IndexStatus } from './protocol.ts';

const rowsAtOnce = 500;
/** A save follows the last change by this much, so that a burst is saved once. Milliseconds. */
const saveDelay = 3000;

/** Keeps the index up to the log and answers questions. Lives in the index worker; tests run it under Node. */
export class IndexServer {
  readonly #database: OutpostDatabase;
  readonly #core: IndexCore;
  readonly #storage: IndexStorage;
  readonly #onNews: (status: IndexStatus) => void;
  #columnsReady: Promise<void>;
  #textReady: Promise<void>;
  #isReady = false;
  #catchUp: Promise<void> | undefined;
  #isRederiveDue = false;
  #maySave = false;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    database: OutpostDatabase,
    catalogue: Catalogue,
    signature: string,
    onNews: (status: IndexStatus) => void,
  ) {
    this.#database = database;
    this.#core = new IndexCore(catalogue);
    this.#storage = new IndexStorage(database, signature);
    this.#onNews = onNews;
    const columns = Promise.withResolvers<void>();
    this.#columnsReady = columns.promise;
    this.#textReady = this.#load(columns.resolve, columns.reject);
    this.#textReady.catch(() => undefined);
  }

  /** Called once this window is the one that saves the index. */
  allowSaving(): void {
    this.#maySave = true;
    this.#scheduleSave();
  }

  /** Something was committed: take it in and tell the page. */
  async refresh(): Promise<void> {
    await this.#columnsReady;
    await this.#upTo(Infinity);
  }

  async answer<Kind extends IndexRequest['kind']>(
    request: Extract<IndexRequest, { kind: Kind }>,
  ): Promise<IndexAnswers[Kind]>;
  async answer(request: IndexRequest): Promise<IndexAnswers[IndexRequest['kind']]> {
    if (request.kind === 'status') return this.status();
    await this.#columnsReady;
    if (request.kind === 'save') {
      await this.#textReady;
      await this.#save();
      return null;
    }
    if (isTextual(request)) await this.#textReady;
    await this.#upTo(request.atLeast);
    const { answers, store } = this.#core;
    switch (request.kind) {
      case 'query': {
        const { total, rows, table } = answers.page(request.query, request.page);
        return { total, rows: table ? rows.map((row) => answers.row(table, row)) : [], n: this.#core.n };
      }
      case 'ids': {
        const { total, rows, table } = answers.page(request.query, request.page);
        return { total, ids: rows.map((row) => table?.ids[row] ?? '') };
      }
      case 'counts':
        return request.queries.map((query) => answers.count(query));
      case 'summary':
        return answers.summary(request.query, request.groupBy, request.of);
      case 'search':
        return { ...answers.search(request.search), n: this.#core.n };
      case 'labels':
        return Object.fromEntries(request.ids.map((id) => [id, store.labelOf(id)]));
    }
  }

  status(): IndexStatus {
    const { n, store, text } = this.#core;
    return {
      n,
      records: store.size,
      isReady: this.#isReady,
      isTextReady: text !== undefined,
      memory: text?.memoryEstimate ?? 0,
    };
  }

  async #load(onColumns: () => void, onFault: (error: unknown) => void): Promise<void> {
    try {
      const config = await this.#database.records.orderBy('config').toArray();
      this.#core.config.take(config.map((row) => row.state));
      const isLoaded = await this.#storage.load(this.#core, () => {
        this.#isReady = true;
        onColumns();
      });
      if (!isLoaded) {
        this.#core.n = 0;
        await this.#readOn(Infinity);
        this.#isReady = true;
        onColumns();
      }
      this.#onNews(this.status());
    } catch (error) {
      onFault(error);
      throw error;
    }
  }

  /** Catches up until at least `n` is in; calls that come meanwhile share the work. */
  async #upTo(n: number): Promise<void> {
    while (this.#core.n < n) {
      const before = this.#core.n;
      this.#catchUp ??= this.#readOn(n).finally(() => {
        this.#catchUp = undefined;
      });
      await this.#catchUp;
      if (this.#core.n === before) return;
    }
  }

  async #readOn(n: number): Promise<void> {
    const before = this.#core.n;
    let rows: readonly RecordRow[];
    do {
      rows = await this.#database.records.where('n').above(this.#core.n).limit(rowsAtOnce).toArray();
      if (this.#core.take(rows)) this.#isRederiveDue = true;
    } while (rows.length === rowsAtOnce || (rows.length > 0 && this.#core.n < n));
    if (this.#isRederiveDue) await this.#rederive();
    if (this.#core.n === before) return;
    this.#onNews(this.status());
    this.#scheduleSave();
  }

  /** Configuration changed: priorities and clocks of all records are computed again, page by page. */
  async #rederive(): Promise<void> {
    this.#isRederiveDue = false;
    let last = '';
    let rows: readonly RecordRow[];
    do {
      rows = await this.#database.records.where('id').above(last).limit(rowsAtOnce).toArray();
      last = rows.at(-1)?.id ?? last;
      this.#core.rederive(rows.filter((row) => row.n <= this.#core.n));
    } while (rows.length === rowsAtOnce);
  }

  #scheduleSave(): void {
    if (!this.#maySave) return;
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => {
      // What cannot be saved is built again at the next start.
      this.#save().catch(() => undefined);
    }, saveDelay);
  }

  async #save(): Promise<void> {
    if (!this.#maySave) return;
    await this.#textReady;
    if (this.#catchUp) await this.#catchUp;
    await this.#storage.save(this.#core);
  }
}

function isTextual(request: IndexRequest): boolean {
  if (request.kind === 'search') return true;
  if (request.kind === 'counts') return request.queries.some((query) => query.text?.trim());
  return 'query' in request && Boolean(request.query.text?.trim());
}
