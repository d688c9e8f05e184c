import type { OutpostDatabase } from '../database.ts';
import { blockKey, columnBlockPrefix, packBlock, unpackBlock } from './blocks.ts';
import type { IndexCore } from './index-core.ts';
import { TextIndex } from './text/text-index.ts';
import { blockRows } from './type-table.ts';

/** What the saved blocks stand for. */
interface SavedState {
  /** Build and format that wrote them; blocks of another are not read. */
  readonly signature: string;
  /** Arrival number up to which they know everything. */
  readonly n: number;
  /** Named anew whenever all blocks are written anew, so that a window knows whether its blocks are still the saved ones. */
  readonly generation: string;
}

const stateKey = 'index-state';
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
   * Fills the index from the saved blocks, columns first; `onColumns` is told when lists can be answered. The text index is
   * attached at the end. Returns false where nothing usable is saved: the index stays empty and is built from the records.
   */
  async load(core: IndexCore, onColumns: () => void): Promise<boolean> {
    const { blocks, meta } = this.#database;
    const read = await this.#database.transaction('r', blocks, meta, async () => {
      const state = (await meta.get(stateKey))?.value as SavedState | undefined;
      if (state?.signature !== this.#signature) return undefined;
      const columns = await blocks.where('key').startsWith(columnBlockPrefix).toArray();
      // Asked for before the columns are unpacked: both come from one snapshot, and the disk works meanwhile.
      const texts = blocks.where('key').startsWith(textPrefix).toArray();
      return { state, columns, texts: await texts };
    });
    if (!read) {
      core.attachText(new TextIndex());
      return false;
    }
    for (const { key, bytes } of read.columns) {
      const table = core.store.tables.get(key.slice(columnBlockPrefix.length).split('/')[0] ?? '');
      if (table) unpackBlock(core.store, table, bytes);
    }
    core.n = read.state.n;
    this.#generation = read.state.generation;
    onColumns();
    core.attachText(await TextIndex.load(asyncBlocks(read.texts)));
    return true;
  }

  /** Saves what changed since the last save, with the arrival number it stands at, in one transaction. */
  async save(core: IndexCore): Promise<void> {
    const { text } = core;
    if (!text) return;
    const { blocks, meta } = this.#database;
    const saved = (await meta.get(stateKey))?.value as SavedState | undefined;
    const isContinued = saved !== undefined && saved.generation === this.#generation;
    if (!isContinued) {
      this.#generation = crypto.randomUUID();
      text.compact();
    }
    const columns = [...core.store.tables.values()].flatMap((table) => {
      const numbers = isContinued ? [...table.dirtyBlocks] : allBlocks(table.size);
      table.dirtyBlocks.clear();
      return numbers.map((block) => ({ key: blockKey(table, block), bytes: packBlock(table, block) }));
    });
    const texts = text.saveDirty();
    const state: SavedState = { signature: this.#signature, n: core.n, generation: this.#generation ?? '' };
    await this.#database.transaction('rw', blocks, meta, async () => {
      if (!isContinued) await blocks.clear();
      await blocks.bulkPut(columns);
      await blocks.bulkDelete(texts.remove.map((key) => textPrefix + key));
      await blocks.bulkPut(texts.write.map(({ key, bytes }) => ({ key: textPrefix + key, bytes })));
      await meta.put({ key: stateKey, value: state });
    });
    texts.confirm();
  }
}

function allBlocks(rows: number): readonly number[] {
  return Array.from({ length: Math.ceil(rows / blockRows) }, (_, block) => block);
}

async function* asyncBlocks(
  rows: readonly { readonly key: string; readonly bytes: Uint8Array }[],
): AsyncGenerator<{ key: string; bytes: Uint8Array }> {
  for (const { key, bytes } of rows) {
    yield { key: key.slice(textPrefix.length), bytes };
    await Promise.resolve();
  }
}
