import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { OutpostDatabase, RecordRow } from '../database.ts';
import { IndexCore } from './index-core.ts';
import { IndexStorage } from './index-storage.ts';
import type { IndexAnswers, IndexRequest, IndexStatus } from './protocol.ts';
import { Turns } from './turns.ts';

const rowsAtOnce = 500;
/** Progress of a rebuild is told after so many rows. */
const rowsBetweenNews = 10_000;
/** A save follows the last change by this much, so that a burst is saved once. Milliseconds. */
const saveDelay = 3000;
/** Nothing waits longer for its save, however busy the desk is. Milliseconds. */
const longestSaveDelay = 30_000;

/** Keeps the index up to the log and answers questions. Lives in the index worker; tests run it under Node. */
export class IndexServer {
  readonly #database: OutpostDatabase;
  readonly #catalogue: Catalogue;
  readonly #storage: IndexStorage;
  readonly #onNews: (status: IndexStatus) => void;
  /** Everything that changes the columns takes turns, so that no older row comes to stand over a newer one. */
  readonly #turns = new Turns();
  readonly #saves = new Turns();
  readonly #columnsReady: Promise<void>;
  readonly #textReady: Promise<void>;
  #core: IndexCore;
  #isReady = false;
  /** A catch-up that is asked for and has not begun: it will see all that is committed by now. */
  #nextCatchUp: Promise<void> | undefined;
  #rederivation: Promise<void> | undefined;
  #maySave = false;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #saveDueSince: number | undefined;

  constructor(
    database: OutpostDatabase,
    catalogue: Catalogue,
    signature: string,
    onNews: (status: IndexStatus) => void,
  ) {
    this.#database = database;
    this.#catalogue = catalogue;
    this.#core = new IndexCore(catalogue);
    this.#storage = new IndexStorage(database, signature);
    this.#onNews = onNews;
    let onColumns = () => {};
    const columns = new Promise<void>((resolve) => {
      onColumns = resolve;
    });
    this.#textReady = this.#load(() => onColumns());
    // Whatever stops the loading stops the answers too.
    this.#columnsReady = Promise.race([columns, this.#textReady]);
    this.#columnsReady.catch(() => undefined);
  }

  /** Called once this window is the one that saves the index. */
  allowSaving(): void {
    this.#maySave = true;
    this.#scheduleSave();
  }

  /** Something was committed: take it in and tell the page. */
  async refresh(): Promise<void> {
    await this.#columnsReady;
    await this.#catchUp();
  }

  async answer<Kind extends IndexRequest['kind']>(
    request: Extract<IndexRequest, { kind: Kind }>,
  ): Promise<IndexAnswers[Kind]>;
  async answer(request: IndexRequest): Promise<IndexAnswers[IndexRequest['kind']]> {
    if (request.kind === 'status') return this.status();
    await this.#columnsReady;
    if (request.kind === 'rebuild') {
      await this.#textReady;
      await this.#turns.take(() => this.#build());
      if (this.#core.needsDeriving) this.#rederive();
      this.#scheduleSave();
      return null;
    }
    if (request.kind === 'save') {
      await this.#textReady;
      await this.#rederivation;
      await this.#save();
      return null;
    }
    if (isTextual(request)) await this.#textReady;
    if (this.#core.n < request.atLeast) await this.#catchUp();
    const { answers, n } = this.#core;
    switch (request.kind) {
      case 'query': {
        const { total, rows, table } = answers.page(request.query, request.page);
        const names = answers.names(request.sight);
        return { total, rows: table ? rows.map((row) => answers.row(table, row, names)) : [], n };
      }
      case 'ids': {
        const { total, rows, table } = answers.page(request.query, request.page);
        return { total, ids: rows.map((row) => table?.ids[row] ?? '') };
      }
      case 'counts':
        return request.queries.map((query) => answers.count(query));
      case 'summary':
        return answers.summary(request.query, request);
      case 'search':
        return { ...answers.search(request.search, answers.names(request.sight)), n };
      case 'names': {
        const names = answers.names(request.sight);
        return Object.fromEntries(request.ids.map((id) => [id, names(id)]));
      }
    }
  }

  status(): IndexStatus {
    const { n, store, text, needsDeriving } = this.#core;
    return {
      n,
      records: store.size,
      isReady: this.#isReady,
      isTextReady: text !== undefined,
      isDerived: !needsDeriving,
      memory: text?.memoryEstimate ?? 0,
    };
  }

  async #load(onColumns: () => void): Promise<void> {
    const ready = () => {
      this.#isReady = true;
      onColumns();
    };
    const generation = await this.#turns.take(() => this.#loadColumns());
    if (generation !== undefined) ready();
    if (generation !== undefined && (await this.#loadText(generation))) await this.#catchUp();
    else await this.#turns.take(() => this.#build());
    ready();
    if (this.#core.needsDeriving) this.#rederive();
    this.#onNews(this.status());
    this.#scheduleSave();
  }

  // Damaged blocks cost the time to build the index again, and nothing else.

  async #loadColumns(): Promise<string | undefined> {
    await this.#readConfig(this.#core);
    return this.#storage.loadColumns(this.#core).catch(() => undefined);
  }

  async #loadText(generation: string): Promise<boolean> {
    return this.#storage.loadText(this.#core, generation).then(
      () => true,
      () => false,
    );
  }

  /** Swapped in when it is whole: meanwhile columns that could be read go on answering. */
  async #build(): Promise<void> {
    const built = new IndexCore(this.#catalogue);
    this.#storage.begin(built);
    await this.#readConfig(built);
    await this.#takeNew(built);
    this.#core = built;
  }

  async #readConfig(core: IndexCore): Promise<void> {
    const rows = await this.#database.records.orderBy('config').toArray();
    core.config.take(rows.map((row) => row.state));
  }

  /** Takes in everything that is committed at the time of the call. */
  #catchUp(): Promise<void> {
    this.#nextCatchUp ??= this.#turns.take(async () => {
      this.#nextCatchUp = undefined;
      const before = this.#core.n;
      await this.#takeNew(this.#core);
      if (this.#core.n === before) return;
      if (this.#core.isOutlived) await this.#saves.take(() => this.#build());
      if (this.#core.needsDeriving) this.#rederive();
      this.#onNews(this.status());
      this.#scheduleSave();
    });
    return this.#nextCatchUp;
  }

  /**
   * Reads on from where the index stands, the next page while one is taken in. Arrival numbers of records are distinct, so no page
   * splits any.
   */
  async #takeNew(core: IndexCore): Promise<void> {
    let next: Promise<readonly RecordRow[]> | undefined = this.#rowsAfter(core.n);
    let told = 0;
    while (next) {
      const rows: readonly RecordRow[] = await next;
      const last = rows.at(-1);
      next = last && rows.length === rowsAtOnce ? this.#rowsAfter(last.n) : undefined;
      core.take(rows);
      told += rows.length;
      if (told < rowsBetweenNews) continue;
      told = 0;
      this.#onNews({ ...this.status(), n: core.n, records: core.store.size });
    }
  }

  #rowsAfter(n: number): Promise<readonly RecordRow[]> {
    return Promise.resolve(this.#database.records.where('n').above(n).limit(rowsAtOnce).toArray());
  }

  /**
   * Configuration changed: priorities and clocks of all records are computed again, a page at a time between other work.
   * Lists go on answering with the earlier values until the news at the end.
   */
  #rederive(): void {
    this.#rederivation ??= this.#rederiveAll().then(
      () => {
        this.#rederivation = undefined;
        if (this.#core.needsDeriving) this.#rederive();
      },
      () => {
        // The database is gone. What is saved says that values are still to be computed.
        this.#rederivation = undefined;
      },
    );
  }

  async #rederiveAll(): Promise<void> {
    let last = '';
    let config = this.#core.config.current;
    for (;;) {
      const count = await this.#turns.take(async () => {
        const core = this.#core;
        if (core.config.current !== config) {
          config = core.config.current;
          last = '';
        }
        const rows = await this.#database.records.where('id').above(last).limit(rowsAtOnce).toArray();
        last = rows.at(-1)?.id ?? last;
        core.rederive(rows);
        if (rows.length < rowsAtOnce) core.needsDeriving = false;
        return rows.length;
      });
      if (count < rowsAtOnce) break;
    }
    this.#onNews(this.status());
    this.#scheduleSave();
  }

  #scheduleSave(): void {
    if (!this.#maySave) return;
    const now = Date.now();
    this.#saveDueSince ??= now;
    const delay = Math.max(0, Math.min(saveDelay, this.#saveDueSince + longestSaveDelay - now));
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => {
      // What cannot be saved is built again at the next start.
      this.#save().catch(() => undefined);
    }, delay);
  }

  async #save(): Promise<void> {
    if (!this.#maySave) return;
    await this.#textReady;
    clearTimeout(this.#saveTimer);
    this.#saveDueSince = undefined;
    await this.#saves.take(() => this.#storage.save(this.#core));
  }
}

function isTextual(request: IndexRequest): boolean {
  if (request.kind === 'search') return true;
  if (request.kind === 'counts') return request.queries.some((query) => query.text?.trim());
  return 'query' in request && Boolean(request.query.text?.trim());
}
