import { isMemberChange, type FieldChange, type FieldChanges } from '../changelog/entry.ts';
import type { FoldState } from '../changelog/fold-state.ts';
import { changeOf } from '../changelog/intention.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import { isEmpty, type FieldValue, type FieldValues } from '../definition/values.ts';
import { canonicalJson } from '../kernel/canonical.ts';

/**
 * The changes that make the record hold `values`, leaving out what it holds already. A field in conflict is always
 * written: giving it the value it shows is the choice that settles it.
 */
export function changesTo(
  type: RecordType,
  state: FoldState,
  record: RecordView,
  values: FieldValues,
): FieldChanges {
  const changes: Record<string, FieldChange> = {};
  for (const [name, value] of Object.entries(values)) {
    const change = changeOf(type, state, name, value);
    const isNew = isMemberChange(change)
      ? change.add.length > 0 || change.remove.length > 0
      : isInConflict(record, name) || !isSame(record.fields[name], value);
    if (isNew) changes[name] = change;
  }
  return changes;
}

function isInConflict(record: RecordView, field: string): boolean {
  return record.conflicts.some((conflict) => conflict.field === field);
}

function isSame(before: FieldValue | undefined, after: FieldValue): boolean {
  if (isEmpty(before) || isEmpty(after)) return isEmpty(before) && isEmpty(after);
  return before === after || canonicalJson(before) === canonicalJson(after);
}
