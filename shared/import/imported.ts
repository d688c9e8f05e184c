import type { NoteBody, Origin } from '../changelog/entry.ts';
import type { FieldValues } from '../definition/values.ts';

/** What an import writes about one record: values only. Number, bases, stamps and chain come with the write (`draftsOf`). */
export interface ImportedRecord {
  readonly id: string;
  readonly type: string;
  /** First line of the file that is about it. */
  readonly line: number;
  readonly entries: readonly ImportedEntry[];
}

export interface ImportedEntry {
  /** The same for the same fact in every run and on every device, so it counts once. */
  readonly key: string;
  readonly body: ImportedBody;
  readonly origin: Origin;
}

export type ImportedBody =
  | { readonly kind: 'create'; readonly fields: FieldValues }
  | { readonly kind: 'set'; readonly fields: FieldValues }
  | { readonly kind: 'act'; readonly action: string; readonly to: string; readonly fields: FieldValues }
  | NoteBody;
