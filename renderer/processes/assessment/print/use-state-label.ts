import { useData } from '#renderer/data/data.ts';
import type { RecordView } from '#shared/definition/record.ts';

/** What the state of a record of a type is called. */
export function useStateLabel(type: string): (record: RecordView) => string {
  const states = useData().catalogue.type(type)?.lifecycle.states ?? {};
  return ({ state }) => states[state]?.label ?? state;
}
