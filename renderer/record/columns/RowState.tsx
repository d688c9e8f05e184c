import { StateChip } from '#renderer/ui/StateChip.tsx';
import type { Row } from '#renderer/data/data.ts';
import type { RecordType } from '#shared/definition/record-type.ts';

/** The state of a row as a labelled chip. */
export function RowState({ type, row }: { readonly type: RecordType; readonly row: Row }) {
  const state = type.lifecycle.states[String(row.cells['state'])];
  return state ? <StateChip stateClass={state.class} label={state.label} /> : null;
}
