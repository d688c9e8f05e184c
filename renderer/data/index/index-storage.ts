import type { BlockRow, OutpostDatabase } from '../database.ts';
import { unsealLarge } from '../vault/unseal-large.ts';
import { blockKey, columnBlockPrefix, packBlock, unpackBlock } from './blocks.ts';
import type { IndexCore } from './index-core.ts';
import { stateKey } from './saved-state.ts';
import { TextIndex } from './text/text-index.ts';
import { blockRows } from './type-table.ts';

/** What the saved blocks stand for. */
interface SavedState {
  /** Build and format that wrote them; blocks of another are not read. */
  readonly signature: string;
  /** Arrival number up to which they know everything. */
  readonly n: number;
  /** How many records they hold: blocks that were lost are not taken for records that never were. */
  readonly records: number;
  /** Named anew by every save, so that a window knows whether what it loaded or saved last is still what is saved. */
  readonly generation: string;
  /** Of the configuration that the derived values stand under. */
  readonly config: string;
  /** Configuration had changed, and not all derived values were computed anew. */
  readonly needsDeriving: boolean;
}

const textPrefix = 'text/';

/** Keeps the index across restarts as packed blocks. Everything here can be lost and is then built from the records. */
export class IndexStorage {
  readonly #database: OutpostDatabase;
  readonly #signature: string;
  #generation: string | undefined;

  constructor(database: OutpostDatabase, signature: string) {
    this.#database = database;
    this.#signature = signature;
  }

  /**
   * Fills the columns from the saved blocks and returns their generation; the text index comes with `loadText`, so that lists
   * are there first. Undefined where nothing usable is saved. The index must hold the present configuration.
   * @throws Error when blocks are damaged: what is in the index then is not whole.
   */
  async loadColumns(core: IndexCore): Promise<string | undefined> {
    const { blocks, meta } = this.#database;
    const read = await this.#database.transaction('r', blocks, meta, async () => {
      const state = (await meta.get(stateKey))?.value as SavedState | undefined;
      if (state?.signature !== this.#signature) return undefined;
      return { state, columns: await blocks.where('key').startsWith(columnBlockPrefix).toArray() };
    });
    if (!read) return undefined;
    const { n, generation, needsDeriving, config } = read.state;
    for (const { key, bytes } of await this.#opened(read.columns)) {
      const table = core.store.tables.get(key.slice(columnBlockPrefix.length).split('/')[0] ?? '');
      if (table) unpackBlock(core.store, table, bytes);
    }
    if (core.store.size !== read.state.records) throw new Error('Saved blocks of the index are missing.');
    core.n = n;
    core.needsDeriving = needsDeriving || config !== core.config.fingerprint();
    return generation;
  }

  /** @throws Error when another window has saved since the columns were read; TextBlockError when the blocks are damaged. */
  async loadText(core: IndexCore, generation: string): Promise<void> {
    const { blocks, meta } = this.#database;
    const texts = await this.#database.transaction('r', blocks, meta, async () => {
      const state = (await meta.get(stateKey))?.value as SavedState | undefined;
      if (state?.generation !== generation) throw new Error('Another window has saved the index meanwhile.');
      return blocks.where('key').startsWith(textPrefix).toArray();
    });
    core.attachText(await TextIndex.load(asyncBlocks(await this.#opened(texts))));
    this.#generation = generation;
  }

  /** @throws ProblemError OUT-KEY-001 */
  #opened(rows: readonly BlockRow[]): Promise<readonly BlockRow[]> {
    const { vault } = this.#database;
    return Promise.all(
      rows.map(async ({ key, bytes }) => ({
        key,
        bytes: await vault.openLarge(placeOf(key), bytes, unsealLarge),
      })),
    );
  }

  /** An index that is built from the records: the first save writes all of it. */
  begin(core: IndexCore): void {
    this.#generation = undefined;
    core.attachText(new TextIndex());
  }

  /** Saves what changed since the last save, with the arrival number it stands at, in one transaction. */
  async save(core: IndexCore): Promise<void> {
    const { text } = core;
    if (!text) return;
    const { blocks, meta } = this.#database;
    const saved = (await meta.get(stateKey))?.value as SavedState | undefined;
    const isContinued = saved !== undefined && saved.generation === this.#generation;
    if (!isContinued) text.compact();
    // From here to the transaction nothing is awaited: blocks and arrival number belong together.
    const generation = crypto.randomUUID();
    const tables = [...core.store.tables.values()].map((table) => ({
      table,
      version: table.version,
      blocks: isContinued ? table.dirtyBlocks() : allBlocks(table.size),
    }));
    const columns = tables.flatMap(({ table, blocks: numbers }) =>
      numbers.map((block) => ({ key: blockKey(table, block), bytes: packBlock(table, block) })),
    );
    const texts = text.saveDirty();
    const { n, needsDeriving, store } = core;
    const config = core.config.fingerprint();
    const signature = this.#signature;
    const state: SavedState = { signature, n, records: store.size, generation, config, needsDeriving };
    const { vault } = this.#database;
    const sealed = ({ key, bytes }: BlockRow) => ({ key, bytes: vault.seal(placeOf(key), bytes) });
    await this.#database.transaction('rw', blocks, meta, async () => {
      if (!isContinued) await blocks.clear();
      await blocks.bulkPut(columns.map(sealed));
      await blocks.bulkDelete(texts.remove.map((key) => textPrefix + key));
      await blocks.bulkPut(texts.write.map(({ key, bytes }) => sealed({ key: textPrefix + key, bytes })));
      await meta.put({ key: stateKey, value: state });
    });
    this.#generation = generation;
    for (const { table, version } of tables) table.confirmSaved(version);
    texts.confirm();
  }
}

/** Blocks are large and many: they are opened outside of any transaction, by the browser's own hand. */
function placeOf(key: string): string {
  return `blocks/${key}`;
}

function allBlocks(rows: number): readonly number[] {
  return Array.from({ length: Math.ceil(rows / blockRows) }, (_, block) => block);
}

async function* asyncBlocks(rows: readonly BlockRow[]): AsyncGenerator<BlockRow> {
  for (const { key, bytes } of rows) {
    yield { key: key.slice(textPrefix.length), bytes };
    await Promise.resolve();
  }
}
