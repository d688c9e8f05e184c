import { Index } from 'flexsearch';

/**
 * A posting says that one field of one document holds a term: `document * FIELD_SPAN + field`. Up to two million
 * documents it stays a small integer, for which Chromium spends four bytes.
 */
export const FIELD_SPAN = 512;

export const documentOf = (posting: number): number => Math.floor(posting / FIELD_SPAN);
export const fieldOf = (posting: number): number => posting % FIELD_SPAN;

/** Place of the first element not below `value` in an ascending list. */
export function lowerBound(list: readonly number[], value: number, from = 0): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Entry = readonly [term: string, slots: [number[]]];

// FlexSearch takes the parsed form of its export as well as the string; its types name only the string.
interface Importer {
  import(key: string, data: readonly Entry[]): void;
}

const NONE: readonly number[] = [];
const CONTENT = 'words of the record';

/**
 * FlexSearch as the table of postings: strict (no stored prefixes), one score slot, fed with the words of our own
 * tokenizer. Its ids are postings and only ever ascend, so each list it keeps is sorted.
 */
export class Postings {
  #words: string[] = [];
  readonly #lookup: string[] = [''];
  readonly #unresolved = { resolve: false, limit: 0 } as const;
  readonly #index = new Index({
    tokenize: 'strict',
    resolution: 1,
    fastupdate: false,
    encode: () => this.#words,
  });

  /** Files distinct terms under a posting greater than any before. */
  add(posting: number, terms: string[]): void {
    if (terms.length === 0) return;
    this.#words = terms;
    this.#index.add(posting, CONTENT);
  }

  /** Takes over finished lists of terms that are not held yet. */
  import(lists: readonly (readonly [term: string, postings: number[]])[]): void {
    const entries = lists.map(([term, postings]): Entry => [term, [postings]]);
    (this.#index as unknown as Importer).import('1.map', entries);
  }

  /** The ascending postings of a term; not to be changed. */
  get(term: string): readonly number[] {
    this.#lookup[0] = term;
    this.#words = this.#lookup;
    // Every id it was given is a number.
    return (this.#index.search(CONTENT, this.#unresolved).result[0] as number[] | undefined) ?? NONE;
  }
}
