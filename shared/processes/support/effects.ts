import type { Effect } from '../../definition/lifecycle.ts';
import type { RecordView } from '../../definition/record.ts';
import { isEmpty, type FieldValues } from '../../definition/values.ts';

export function set(record: RecordView, fields: FieldValues): Effect {
  return { kind: 'set', record: record.id, fields };
}

/** Empties those of the fields that hold something, so that no entry is written for nothing. */
export function clear(record: RecordView, ...names: readonly string[]): readonly Effect[] {
  const held = names.filter((name) => !isEmpty(record.fields[name]));
  return held.length === 0 ? [] : [set(record, Object.fromEntries(held.map((name) => [name, null])))];
}

/** A note that the requester reads too. */
export function tell(record: RecordView, text: string): Effect {
  return { kind: 'note', record: record.id, text, audience: 'requester' };
}

export function act(record: RecordView, action: string, inputs: FieldValues = {}): Effect {
  return { kind: 'act', record: record.id, action, inputs };
}
