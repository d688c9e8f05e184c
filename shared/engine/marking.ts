import type { Config } from '../definition/config.ts';
import { isMarked, markingFieldName } from '../definition/marking-field.ts';
import { covers, highestMarking } from '../definition/marking.ts';
import type { RecordType } from '../definition/record-type.ts';
import { textOf, type RecordView } from '../definition/record.ts';
import { locate, problem, type Problem } from '../kernel/errors.ts';
import { unitOf } from './unit.ts';

const withoutUnit = 'UNCLASSIFIED';

/** The unit's own marking: no record is above it. */
export function unitMarking(config: Config): string {
  const unit = unitOf(config);
  return (unit && textOf(unit, 'marking').trim()) || withoutUnit;
}

/** What records carry that have no marking of their own: as the unit says, else the unit's own. */
export function usualMarking(config: Config): string {
  const unit = unitOf(config);
  return (unit && textOf(unit, 'recordMarking').trim()) || unitMarking(config);
}

/** The marking that a record carries, its own or the usual one. */
export function markingOf(record: RecordView, config: Config): string {
  // The unit's own field of that name says what all may be, not what the unit's record is.
  if (record.type === 'unit') return usualMarking(config);
  const conflict = record.conflicts.find(({ field }) => field === markingFieldName);
  // Until somebody chooses, the highest counts.
  const own = conflict
    ? conflict.heads.map(({ value }) => (typeof value === 'string' && value.trim()) || usualMarking(config))
    : [textOf(record, markingFieldName).trim() || usualMarking(config)];
  return own.length === 1 ? (own[0] ?? '') : highestMarking(own);
}

/** OUT-MRK-001 where a record would be marked above its unit, or in words that cannot be compared with the unit's. */
export function markingFaults(type: RecordType, record: RecordView, config: Config): readonly Problem[] {
  const marking = textOf(record, markingFieldName).trim();
  const limit = unitMarking(config);
  if (!isMarked(type) || marking === '' || !unitOf(config) || covers(limit, marking)) return [];
  return [
    locate(problem('OUT-MRK-001', { marking, limit }), {
      recordType: type.name,
      field: markingFieldName,
    }),
  ];
}
