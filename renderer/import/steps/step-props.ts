import type { RecordType } from '#shared/definition/record-type.ts';
import type { ImportState } from '../import-state.ts';
import type { ImportActions } from '../use-import.ts';

/** What every step of the wizard gets. */
export interface StepProps {
  readonly state: ImportState;
  readonly actions: ImportActions;
  /** Type of the records that the file holds, once one is chosen. */
  readonly type: RecordType | undefined;
}
