import { BlockLedger } from './block-ledger.ts';
import { Dictionary } from './dictionary.ts';
import { DocumentTable } from './document-table.ts';
import { FieldTable } from './field-table.ts';
import { Postings } from './postings.ts';
import { isWhole } from './tokenize.ts';
import { Vocabulary } from './vocabulary.ts';

/** The parts of an index that are filled together: by adding, by loading, by compaction. */
export interface TextState {
  postings: Postings;
  words: Vocabulary;
  /** Identifiers, apart from the words so that typing `inc` need not visit every INC-7K-00042. */
  wholes: Vocabulary;
  dictionary: Dictionary;
  documents: DocumentTable;
  fields: FieldTable;
  ledger: BlockLedger;
  /** How many postings are held. */
  size: number;
}

export const emptyState = (): TextState => ({
  postings: new Postings(),
  words: new Vocabulary(),
  wholes: new Vocabulary(),
  dictionary: new Dictionary(),
  documents: new DocumentTable(),
  fields: new FieldTable(),
  ledger: new BlockLedger(),
  size: 0,
});

/** Numbers a new term and makes it findable by its beginning. */
export function addTerm(state: TextState, term: string): number {
  (isWhole(term) ? state.wholes : state.words).add(term);
  return state.dictionary.add(term);
}
