import {
  BLOCK_DOCUMENTS,
  BLOCK_WORDS,
  blockKey,
  encodeSlots,
  encodeSummary,
  encodeWords,
  ListsWriter,
  SUMMARY_KEY,
  type Block,
  type BlockKind,
  type Field,
} from './block-codec.ts';
import type { Dictionary } from './dictionary.ts';
import type { DocumentTable } from './document-table.ts';

/** What has to reach storage, in one transaction. */
export interface TextChanges {
  readonly write: readonly Block[];
  readonly remove: readonly string[];
  /** To be called once they are stored; until then the same changes are handed out again. */
  readonly confirm: () => void;
}

/** What the ledger writes about. */
export interface Written {
  readonly documents: DocumentTable;
  readonly dictionary: Dictionary;
  readonly fields: readonly Field[];
}

export const blocksFor = (documents: number): number => Math.ceil(documents / BLOCK_DOCUMENTS);
const wordBlocksFor = (words: number): number => Math.ceil(words / BLOCK_WORDS);

function keysFrom(kinds: readonly BlockKind[], from: number, to: number): string[] {
  const keys: string[] = [];
  for (let block = from; block < to; block += 1) keys.push(...kinds.map((kind) => blockKey(kind, block)));
  return keys;
}

/** Knows which blocks differ from storage. Only the last block is open; a full one is packed at once and never changes. */
export class BlockLedger {
  /** Postings of the open block by the term's number. */
  #open = new Map<number, number[]>();
  readonly #packed = new Map<number, Uint8Array>();
  /** Blocks whose slots changed, and the change at which they last did. */
  readonly #slots = new Map<number, number>();
  #openChange = 0;
  #change = 0;
  #rewrittenAt = 0;
  /** Words that storage holds as they are. */
  #storedWords: number;
  /** Blocks that storage may hold: beyond the present ones they are to be removed. */
  #blocks: number;
  #wordBlocks: number;

  /** `documents`, `words`: how many storage holds. */
  constructor(documents = 0, words = 0) {
    this.#blocks = blocksFor(documents);
    this.#wordBlocks = wordBlocksFor(words);
    this.#storedWords = words;
  }

  /** Notes a posting of the open block. */
  note(term: number, posting: number): void {
    const list = this.#open.get(term);
    if (list === undefined) this.#open.set(term, [posting]);
    else list.push(posting);
  }

  /** Takes over the open block's postings of a term. */
  open(term: number, postings: number[]): void {
    this.#open.set(term, postings);
  }

  slotChanged(document: number): void {
    this.#change += 1;
    this.#slots.set(Math.floor(document / BLOCK_DOCUMENTS), this.#change);
  }

  /** To be called when a document's terms have been noted: packs the block if this was its last document. */
  added(document: number): void {
    this.slotChanged(document);
    this.#openChange = this.#change;
    if ((document + 1) % BLOCK_DOCUMENTS !== 0) return;
    const block = Math.floor(document / BLOCK_DOCUMENTS);
    this.#packed.set(block, this.#packOpen(block));
    this.#open = new Map();
    this.#openChange = 0;
  }

  /** Replaces everything, after documents and terms were numbered anew. */
  rewrite(documents: number, packed: readonly Uint8Array[], open: Map<number, number[]>): void {
    this.#packed.clear();
    this.#slots.clear();
    packed.forEach((bytes, block) => this.#packed.set(block, bytes));
    this.#open = open;
    this.#storedWords = 0;
    for (let block = 0; block < blocksFor(documents); block += 1) this.slotChanged(block * BLOCK_DOCUMENTS);
    this.#change += 1;
    this.#rewrittenAt = this.#change;
    this.#openChange = documents % BLOCK_DOCUMENTS === 0 ? 0 : this.#change;
  }

  changes({ documents, dictionary, fields }: Written): TextChanges {
    const blocks = blocksFor(documents.count);
    const words = dictionary.size;
    const remove = [
      ...keysFrom(['words'], wordBlocksFor(words), this.#wordBlocks),
      ...keysFrom(['slots', 'lists'], blocks, this.#blocks),
    ];
    if (this.#slots.size === 0 && remove.length === 0) return { write: [], remove, confirm: () => undefined };
    const slots = new Map(this.#slots);
    const packed = new Map(this.#packed);
    const openChange = this.#openChange;
    const takenAt = this.#change;
    const write: Block[] = [
      { key: SUMMARY_KEY, bytes: encodeSummary({ documents: documents.count, words, fields }) },
    ];
    if (words > this.#storedWords) {
      for (
        let block = Math.floor(this.#storedWords / BLOCK_WORDS);
        block < wordBlocksFor(words);
        block += 1
      ) {
        const terms = dictionary.terms.slice(block * BLOCK_WORDS, (block + 1) * BLOCK_WORDS);
        write.push({ key: blockKey('words', block), bytes: encodeWords(terms) });
      }
    }
    for (const block of slots.keys())
      write.push({ key: blockKey('slots', block), bytes: encodeSlots(documents.block(block)) });
    for (const [block, bytes] of packed) write.push({ key: blockKey('lists', block), bytes });
    if (openChange > 0) write.push({ key: blockKey('lists', blocks - 1), bytes: this.#packOpen(blocks - 1) });
    this.#blocks = Math.max(this.#blocks, blocks);
    this.#wordBlocks = Math.max(this.#wordBlocks, wordBlocksFor(words));
    const confirm = (): void => {
      for (const [block, change] of slots) if (this.#slots.get(block) === change) this.#slots.delete(block);
      for (const [block, bytes] of packed) if (this.#packed.get(block) === bytes) this.#packed.delete(block);
      if (this.#openChange === openChange) this.#openChange = 0;
      if (takenAt >= this.#rewrittenAt) this.#storedWords = Math.max(this.#storedWords, words);
      if (this.#change !== takenAt) return;
      this.#blocks = blocks;
      this.#wordBlocks = wordBlocksFor(words);
    };
    return { write, remove, confirm };
  }

  #packOpen(block: number): Uint8Array {
    const writer = new ListsWriter(block);
    for (const term of [...this.#open.keys()].sort((a, b) => a - b))
      writer.list(term, this.#open.get(term) ?? []);
    return writer.finish();
  }
}
