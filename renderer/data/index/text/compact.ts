import { BLOCK_DOCUMENTS, ListsWriter } from './block-codec.ts';
import { documentOf, FIELD_SPAN, fieldOf, lowerBound, Postings } from './postings.ts';
import { addTerm, type TextState } from './text-state.ts';
import { Dictionary } from './dictionary.ts';
import { Vocabulary } from './vocabulary.ts';

const TERMS_AT_ONCE = 4096;

/** Files finished lists in batches. */
class Importer {
  readonly #postings: Postings;
  #batch: [string, number[]][] = [];

  constructor(postings: Postings) {
    this.#postings = postings;
  }

  list(term: string, postings: number[]): void {
    this.#batch.push([term, postings]);
    if (this.#batch.length >= TERMS_AT_ONCE) this.finish();
  }

  finish(): void {
    this.#postings.import(this.#batch);
    this.#batch = [];
  }
}

/** Gives the state lists without the spare room that growing leaves. */
export function pack(state: TextState): void {
  const postings = new Postings();
  const importer = new Importer(postings);
  for (const term of state.dictionary.terms) importer.list(term, state.postings.get(term).slice());
  importer.finish();
  state.postings = postings;
}

function renumbered(postings: readonly number[], numbers: Int32Array): number[] {
  const kept: number[] = [];
  for (const posting of postings) {
    const document = numbers[documentOf(posting)] as number;
    if (document >= 0) kept.push(document * FIELD_SPAN + fieldOf(posting));
  }
  return kept.slice();
}

/** Closes the gaps that removed records left; every block is to be written again afterwards. */
export function compact(state: TextState): void {
  const old: TextState = { ...state };
  const numbers = state.documents.renumber();
  const importer = new Importer((state.postings = new Postings()));
  state.words = new Vocabulary();
  state.wholes = new Vocabulary();
  state.dictionary = new Dictionary();
  state.size = 0;
  const documents = state.documents.count;
  const full = Math.floor(documents / BLOCK_DOCUMENTS);
  const writers = Array.from({ length: full }, (_, block) => new ListsWriter(block));
  const open = new Map<number, number[]>();
  for (const term of old.dictionary.terms) {
    const list = renumbered(old.postings.get(term), numbers);
    if (list.length === 0) continue;
    const number = addTerm(state, term);
    state.size += list.length;
    importer.list(term, list);
    for (let from = 0; from < list.length;) {
      const block = Math.floor(documentOf(list[from] as number) / BLOCK_DOCUMENTS);
      const to = lowerBound(list, (block + 1) * BLOCK_DOCUMENTS * FIELD_SPAN, from);
      const writer = writers[block];
      if (writer === undefined) open.set(number, list.slice(from, to));
      else writer.list(number, list, from, to);
      from = to;
    }
  }
  importer.finish();
  state.ledger.rewrite(
    documents,
    writers.map((writer) => writer.finish()),
    open,
  );
}
