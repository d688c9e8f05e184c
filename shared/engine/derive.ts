import type { Config } from '../definition/config.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import { clockColumns } from './sla.ts';

export type DerivedValues = Readonly<Record<string, string | number | boolean | null>>;

/**
 * All values computed from a record's facts: the type's own and its clocks'. Pure; `now` (epoch ms) matters only where acts
 * claim times that are still to come.
 */
export function deriveValues(
  type: RecordType,
  record: RecordView,
  config: Config,
  now: number,
): DerivedValues {
  const values: Record<string, string | number | boolean | null> = {};
  for (const [name, derived] of Object.entries(type.derived)) values[name] = derived.compute(record, config);
  return { ...values, ...clockColumns(type, record, config, now) };
}
