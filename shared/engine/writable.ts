import type { Field } from '../definition/field.ts';
import type { Actor } from '../definition/permission.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import { locate, problem, type Problem } from '../kernel/errors.ts';
import { own } from '../kernel/own.ts';
import { refusal } from './permit.ts';

/** Which of the fields a person may not set by hand: those that actions set, and those kept or hidden from them. */
export function checkWritable(
  type: RecordType,
  names: readonly string[],
  actor: Actor,
  record: RecordView | undefined,
): readonly Problem[] {
  return names.flatMap((name) => {
    const field = own(type.fields, name);
    if (!field) return [];
    if (field.readOnly) return [notEditable(type, name)];
    if (field.isSecret) return [];
    return keptFrom(type, name, actor, record) ?? [];
  });
}

/** Which of the fields a person may not give values because they are kept by others or hidden, whoever else sets them. */
export function keptFields(type: RecordType, names: readonly string[], actor: Actor): readonly Problem[] {
  return names.flatMap((name) => keptFrom(type, name, actor, undefined) ?? []);
}

function keptFrom(
  type: RecordType,
  name: string,
  actor: Actor,
  record: RecordView | undefined,
): Problem | undefined {
  const { changedBy, visibleTo, label } = own(type.fields, name) ?? {};
  const kept =
    changedBy &&
    refusal(changedBy, actor, record, `change ${label ?? name} of a ${type.label.toLowerCase()}`);
  if (kept) return locate(kept, { field: name });
  if (!visibleTo || visibleTo.allows(actor, record)) return undefined;
  const hidden = problem('OUT-PER-002', {
    field: label ?? name,
    recordType: type.label,
    right: visibleTo.label,
    givers: visibleTo.givenBy,
    ...(visibleTo.giver ? { role: visibleTo.giver } : {}),
  });
  return locate(hidden, { field: name });
}

/** May the actor change the field, as far as the field itself goes? `record` is absent while it is being made. */
export function isChangeable(field: Field, actor: Actor, record: RecordView | undefined): boolean {
  return field.readOnly !== true && (field.changedBy?.allows(actor, record) ?? true);
}

/** A finished record is changed by reopening it; a conflict may still be settled. */
export function checkOpen(
  type: RecordType,
  record: RecordView,
  names: readonly string[],
): readonly Problem[] {
  const state = own(type.lifecycle.states, record.state);
  if (!state?.final) return [];
  const settled = record.conflicts.map((conflict) => conflict.field);
  return names
    .filter((name) => !settled.includes(name))
    .map((name) =>
      locate(
        problem('OUT-LIF-006', { recordType: type.label, state: state.label, field: labelOf(type, name) }),
        { field: name },
      ),
    );
}

export function notEditable(type: RecordType, name: string): Problem {
  return locate(problem('OUT-VAL-019', { field: labelOf(type, name) }), { field: name });
}

/** A field's label; its name where the declaration has no such field. */
export function labelOf(type: RecordType, name: string): string {
  return own(type.fields, name)?.label ?? name;
}
