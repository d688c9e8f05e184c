import type { FoldState } from '#shared/changelog/fold-state.ts';
import { filesOf } from './attachments/file-key.ts';
import type { RecordRow } from './database.ts';

/** What a record's row has of its state for those who look for few among many; nothing where there is nothing. */
export function stateMarks(state: FoldState): Pick<RecordRow, 'files' | 'asides' | 'redaction'> {
  const { aside, redactions } = state;
  return {
    ...filesOf(state),
    ...(aside ? { asides: Object.keys(aside).length } : {}),
    ...(redactions ? { redaction: 1 } : {}),
  };
}
