import { ByteReader, ByteWriter, TextBlockError } from './byte-io.ts';
import type { ListCollector } from './list-collector.ts';
import { ownCopy } from './own-copy.ts';
import { documentOf, FIELD_SPAN, fieldOf } from './postings.ts';

/** Documents in one block: what one saved record rewrites. */
export const BLOCK_DOCUMENTS = 1024;
/** Terms in one block of the dictionary. */
export const BLOCK_WORDS = 4096;
const FORMAT = 1;

export interface Block {
  readonly key: string;
  readonly bytes: Uint8Array;
}

export interface Field {
  readonly name: string;
  readonly boost: number;
}

/** What the first block says of the others. */
export interface Summary {
  readonly documents: number;
  readonly words: number;
  readonly fields: readonly Field[];
}

/** `words`: a stretch of the dictionary; `slots` and `lists`: documents of a block, and their postings. */
export type BlockKind = 'words' | 'slots' | 'lists';

// The order of the keys as strings is the order in which `load` wants the blocks.
export const SUMMARY_KEY = '0-summary';
const PREFIX: Readonly<Record<BlockKind, string>> = {
  words: '1-words-',
  slots: '2-slots-',
  lists: '3-lists-',
};

export const blockKey = (kind: BlockKind, block: number): string =>
  PREFIX[kind] + String(block).padStart(6, '0');

export function parseKey(key: string): { kind: BlockKind; block: number } {
  for (const kind of ['words', 'slots', 'lists'] as const) {
    const digits = key.startsWith(PREFIX[kind]) ? key.slice(PREFIX[kind].length) : '';
    if (/^\d{6}$/.test(digits)) return { kind, block: Number(digits) };
  }
  throw new TextBlockError(key, 'its key is unknown');
}

export function encodeSummary(summary: Summary): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ format: FORMAT, ...summary }));
}

const isField = (value: unknown): value is Field =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'boost' in value &&
  typeof value.boost === 'number';

export function decodeSummary(bytes: Uint8Array): Summary {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new TextBlockError(SUMMARY_KEY, 'it is not JSON');
  }
  if (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === FORMAT &&
    'documents' in value &&
    typeof value.documents === 'number' &&
    'words' in value &&
    typeof value.words === 'number' &&
    'fields' in value &&
    Array.isArray(value.fields) &&
    value.fields.every(isField)
  ) {
    return { documents: value.documents, words: value.words, fields: value.fields };
  }
  throw new TextBlockError(SUMMARY_KEY, `it is not of format ${String(FORMAT)}`);
}

/** Slots of the block's documents, -1 for those removed since. */
export function encodeSlots(slots: Int32Array): Uint8Array {
  return new Uint8Array(slots.slice().buffer);
}

export function decodeSlots(key: string, bytes: Uint8Array): Int32Array {
  if (bytes.length % 4 !== 0) throw new TextBlockError(key, 'it is cut short');
  return new Int32Array(bytes.slice().buffer);
}

export function encodeWords(terms: readonly string[]): Uint8Array {
  const letters = new TextEncoder().encode(terms.join(''));
  const writer = new ByteWriter();
  writer.integer(terms.length);
  writer.integer(letters.length);
  writer.raw(letters);
  for (const term of terms) writer.integer(term.length);
  return writer.finish();
}

export function decodeWords(key: string, bytes: Uint8Array): string[] {
  const reader = new ByteReader(key, bytes);
  const count = reader.integer();
  const letters = new TextDecoder().decode(reader.raw(reader.integer()));
  const terms: string[] = [];
  let at = 0;
  while (terms.length < count) {
    const end = at + reader.integer();
    terms.push(ownCopy(letters, at, end));
    at = end;
  }
  if (at !== letters.length) throw new TextBlockError(key, 'its words do not fill it');
  return terms;
}

/**
 * The postings of one block, by ascending number of the term: step from the number before, how many, and the postings as
 * steps of the document, with the field where it changes.
 */
export class ListsWriter {
  readonly #base: number;
  readonly #bytes = new ByteWriter();
  #previous = 0;

  constructor(block: number) {
    this.#base = block * BLOCK_DOCUMENTS;
  }

  /** `postings` from `from` up to `to` belong to this block and ascend. */
  list(term: number, postings: readonly number[], from = 0, to = postings.length): void {
    this.#bytes.integer(term - this.#previous);
    this.#bytes.integer(to - from);
    this.#previous = term;
    let document = this.#base;
    let field = 0;
    for (let at = from; at < to; at += 1) {
      const posting = postings[at] as number;
      const nextField = fieldOf(posting);
      this.#bytes.integer((documentOf(posting) - document) * 2 + (nextField === field ? 0 : 1));
      if (nextField !== field) this.#bytes.integer(nextField);
      document = documentOf(posting);
      field = nextField;
    }
  }

  finish(): Uint8Array {
    return this.#bytes.finish();
  }
}

/** Hands the postings of the block to the collector. */
export function decodeLists(key: string, block: number, bytes: Uint8Array, collector: ListCollector): void {
  const reader = new ByteReader(key, bytes);
  let term = 0;
  while (!reader.atEnd) {
    term += reader.integer();
    let left = reader.integer();
    if (left > bytes.length || !collector.begin(term, left))
      throw new TextBlockError(key, 'it names a word that is not there');
    let document = block * BLOCK_DOCUMENTS;
    let field = 0;
    for (; left > 0; left -= 1) {
      const step = reader.integer();
      document += step >> 1;
      if ((step & 1) === 1) field = reader.integer();
      collector.posting(document * FIELD_SPAN + field);
    }
  }
  collector.endBlock();
}
