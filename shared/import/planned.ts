import type { RecordView } from '../definition/record.ts';
import type { Problem } from '../kernel/errors.ts';
import type { ImportedRecord } from './imported.ts';

/** What an import would make of one record. With problems nothing of it may be written. */
export interface PlannedRecord {
  readonly record: ImportedRecord;
  /** The record as the file alone makes it. */
  readonly view: RecordView;
  /** Its key in the file; '' without one. */
  readonly key: string;
  readonly lines: readonly number[];
  readonly problems: readonly Problem[];
  /** Said, and no reason to refuse. */
  readonly notices: readonly Problem[];
}
