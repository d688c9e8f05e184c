import { BLOCK_DOCUMENTS, type Block } from './block-codec.ts';
import type { TextChanges } from './block-ledger.ts';
import { compact, pack } from './compact.ts';
import { loadBlocks, type LoadOptions } from './load.ts';
import { Matcher, type MatchLimits } from './matcher.ts';
import { ownCopy } from './own-copy.ts';
import { FIELD_SPAN } from './postings.ts';
import { parseQuery } from './query.ts';
import { addTerm, emptyState, type TextState } from './text-state.ts';
import { scan } from './tokenize.ts';
import { TopHits, type TextHit } from './top-hits.ts';

/** A text of a record. A boost above 1 ranks matches in it first; a field with boost 0 is not indexed. */
export interface TextField {
  readonly name: string;
  readonly text: string;
  readonly boost: number;
}

export interface TextSearchOptions {
  /** How many hits to return; all matches are counted in `total` whatever the limit. */
  readonly limit: number;
  /** Called once for every match, before the limit. */
  readonly accept?: (slot: number) => boolean;
  /** Name of the only field to look in. */
  readonly field?: string;
}

export interface TextSearchResult {
  readonly hits: readonly TextHit[];
  readonly total: number;
  /** True where a short prefix begins so many words that not all of them were looked at. */
  readonly truncated: boolean;
}

const LIMITS: MatchLimits = { prefixPostings: 2_000_000, wholes: 2_000 };
/** Struck-out documents that are tolerated before the index is written anew: a quarter, and never fewer than a block. */
const GONE_SHARE = 0.25;
/** Lists that grew since they were last packed hold spare room; they are packed again after this share of new documents. */
const GROWN_SHARE = 0.25;
// Bytes in Chromium, measured (docs/decisions/003-search.md).
const BYTES_PER_POSTING = 4.5;
const BYTES_PER_TERM = 140;

/**
 * Full-text index over records, which the caller names by slot (a dense integer, higher = newer). It keeps words, not
 * texts. Runs in a worker or under Node; every call but `load` is synchronous.
 */
export class TextIndex {
  readonly #state: TextState;
  readonly #limits: MatchLimits;
  readonly #matcher = new Matcher();
  #packedAt: number;

  constructor(limits: Partial<MatchLimits> = {}, state: TextState = emptyState()) {
    this.#limits = { ...LIMITS, ...limits };
    this.#state = state;
    this.#packedAt = state.documents.count;
  }

  /**
   * Reads what `saveDirty` had stored, block by block in the order of the keys, pausing now and then so that the worker
   * can answer others. Throws `TextBlockError` when the blocks are damaged or of another format.
   */
  static async load(blocks: AsyncIterable<Block>, options: LoadOptions = {}): Promise<TextIndex> {
    return new TextIndex({}, await loadBlocks(blocks, emptyState(), options));
  }

  /** Records held. */
  get size(): number {
    return this.#state.documents.live;
  }

  /** Bytes, estimated. */
  get memoryEstimate(): number {
    const { words, wholes, documents, size } = this.#state;
    return Math.round(
      size * BYTES_PER_POSTING +
        (words.size + wholes.size) * BYTES_PER_TERM +
        documents.bytes +
        this.#matcher.bytes,
    );
  }

  has(slot: number): boolean {
    return this.#state.documents.has(slot);
  }

  /** Files the texts of a record; a slot already present is replaced. */
  add(slot: number, fields: readonly TextField[]): void {
    if (!Number.isSafeInteger(slot) || slot < 0)
      throw new RangeError(`Text index: slot ${String(slot)} is not a whole number from 0.`);
    this.remove(slot);
    const { documents, postings, ledger } = this.#state;
    const document = documents.append(slot);
    for (const [field, terms] of this.#termsByField(fields)) {
      const posting = document * FIELD_SPAN + field;
      const own = Array.from(terms, (term) => this.#file(term, posting));
      postings.add(posting, own);
      this.#state.size += own.length;
    }
    ledger.added(document);
  }

  /** Forgets a record; does nothing for a slot that is not present. */
  remove(slot: number): void {
    const document = this.#state.documents.remove(slot);
    if (document !== undefined) this.#state.ledger.slotChanged(document);
  }

  /** Records that meet every word of the query (see `parseQuery`), best first. A query without a word finds nothing. */
  search(query: string, options: TextSearchOptions): TextSearchResult {
    const { documents, fields, postings, words, wholes } = this.#state;
    const clauses = parseQuery(query);
    const boosts = fields.boosts(options.field);
    const { isLive, count } = documents;
    const matches = this.#matcher.match(
      { postings, words, wholes, documents: count, isLive, boosts, limits: this.#limits },
      clauses,
    );
    const top = new TopHits(options.limit);
    let total = 0;
    matches.documents.forEach((document, place) => {
      const slot = documents.slotOf(document);
      if (options.accept !== undefined && !options.accept(slot)) return;
      total += 1;
      top.offer(slot, matches.scores[place] as number);
    });
    return { hits: top.ranked(), total, truncated: matches.truncated };
  }

  /**
   * What changed since the last confirmed save: one block of about 100 kB for a new record. Now and then (a quarter of
   * the records replaced) the whole index is written anew.
   */
  saveDirty(): TextChanges {
    const { documents } = this.#state;
    const gone = documents.count - documents.live;
    if (gone >= BLOCK_DOCUMENTS && gone > documents.count * GONE_SHARE) this.compact();
    else if (
      documents.count - this.#packedAt >
      Math.max(BLOCK_DOCUMENTS * 8, documents.count * GROWN_SHARE)
    ) {
      pack(this.#state);
      this.#packedAt = documents.count;
    }
    const { ledger, dictionary, fields } = this.#state;
    return ledger.changes({ documents, dictionary, fields: fields.fields });
  }

  /** Drops what removed records left behind and the spare room of grown lists. About a second for 100,000 records. */
  compact(): void {
    compact(this.#state);
    this.#packedAt = this.#state.documents.count;
  }

  /** Notes the posting in the open block; returns the term in a copy that keeps no text alive. */
  #file(term: string, posting: number): string {
    const { dictionary, ledger } = this.#state;
    const known = dictionary.numberOf(term);
    if (known !== undefined) {
      ledger.note(known, posting);
      return term;
    }
    const own = ownCopy(term);
    ledger.note(addTerm(this.#state, own), posting);
    return own;
  }

  /** Distinct terms by field number, in ascending order of the numbers. */
  #termsByField(fields: readonly TextField[]): [number, Set<string>][] {
    const found = new Map<number, Set<string>>();
    for (const { name, text, boost } of fields) {
      if (!(boost > 0) || text === '') continue;
      const field = this.#state.fields.numberOf(name, boost);
      let terms = found.get(field);
      if (terms === undefined) found.set(field, (terms = new Set()));
      const into = terms;
      scan(text, (term) => into.add(term));
    }
    return [...found].sort(([a], [b]) => a - b);
  }
}
