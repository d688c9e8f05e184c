import type { Intention, RecordHistory } from '../changelog/intention.ts';
import type { Origin } from '../changelog/entry.ts';

/** What an import writes about one record: values only. Number, bases, stamps and chain come with the write. */
export interface ImportedRecord extends RecordHistory {
  /** First line of the file that is about it. */
  readonly line: number;
  readonly intentions: readonly ImportedFact[];
}

/** One entry of the import. */
export interface ImportedFact extends Intention {
  /** The same for the same fact in every run and on every device, so it counts once. */
  readonly key: string;
  readonly origin: Origin;
}
