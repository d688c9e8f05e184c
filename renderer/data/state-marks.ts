import type { FoldState } from '#shared/changelog/fold-state.ts';
import { filesOf, type FileKey } from './attachments/file-key.ts';

/** What a record's row has of its state, for those who look for few among many. Absent where there is nothing. */
export interface StateMarks {
  /** The files it names, so that those who keep and exchange them need not read all records. */
  readonly files?: readonly FileKey[];
  /** How many of its entries hubs set aside. */
  readonly asides?: number;
  /** There is an order to remove contents of it. */
  readonly redaction?: 1;
}

export function stateMarks(state: FoldState): StateMarks {
  const { aside, redactions } = state;
  return {
    ...filesOf(state),
    ...(aside ? { asides: Object.keys(aside).length } : {}),
    ...(redactions ? { redaction: 1 } : {}),
  };
}
