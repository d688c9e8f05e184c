import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import type { RecordRow } from './database.ts';
import { stateMarks } from './state-marks.ts';

/** A record's row after entries of it came to stand in the log row `place`; `n`: arrival number of the newest of them. */
export function recordRow(
  catalogue: Catalogue,
  state: FoldState,
  at: { readonly n: number; readonly places: readonly number[] },
): RecordRow {
  const config = catalogue.type(state.type)?.config ? { config: state.type } : {};
  const marks = { ...config, ...stateMarks(state) };
  return { id: state.id, type: state.type, n: at.n, places: at.places, ...marks, state };
}

/** The rows of all records that the entries of one log row are about. `first`: arrival number of the first entry. */
export function recordRows(
  catalogue: Catalogue,
  states: readonly FoldState[],
  entries: readonly Entry[],
  first: number,
  known: ReadonlyMap<string, RecordRow>,
): readonly RecordRow[] {
  const newest = new Map(entries.map((entry, index) => [entry.record, first + index]));
  return states.map((state) => {
    const places = [...(known.get(state.id)?.places ?? []), first];
    return recordRow(catalogue, state, { n: newest.get(state.id) ?? first, places });
  });
}
