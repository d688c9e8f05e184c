import type { Transition } from '../definition/lifecycle.ts';
import type { Actor, Rule } from '../definition/permission.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import type { FieldValues } from '../definition/values.ts';
import type { ActBody, Entry, FieldChanges } from '../changelog/entry.ts';
import { isMemberChange } from '../changelog/entry.ts';
import { barredBy } from '../engine/separation.ts';
import { checkWritable, labelOf } from '../engine/writable.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { problem, type Problem } from '../kernel/errors.ts';
import { own } from '../kernel/own.ts';

/** What the engine would have refused for a missing right when a record was made. */
export function makingFault(type: RecordType, entry: Entry, actor: Actor): Problem | undefined {
  const missing = missingRight(type.create, actor, undefined, `create a ${type.label.toLowerCase()}`);
  if (missing || entry.body.kind !== 'create') return missing;
  const { fields } = entry.body;
  const given = Object.keys(fields).filter((name) => !isDefault(type, name, fields, entry));
  return fieldFault(type, given, actor, undefined);
}

/** The same for what was imported: rows bring what only actions write, and what only some may see. */
export function importFault(type: RecordType, entry: Entry, actor: Actor): Problem | undefined {
  const missing = missingRight(type.create, actor, undefined, `create a ${type.label.toLowerCase()}`);
  const { body } = entry;
  const names = 'fields' in body ? Object.keys(body.fields) : [];
  const kept = names.find((name) => own(type.fields, name)?.changedBy?.allows(actor, undefined) === false);
  return missing ?? (kept === undefined ? undefined : notWritable(type, kept, 'a right for it is missing'));
}

/** The same for what was done to a record that its author saw like this. */
export function changeFault(
  type: RecordType,
  { body }: Entry,
  actor: Actor,
  view: RecordView,
  from: string | undefined,
): Problem | undefined {
  const hidden = missingRight(type.see, actor, view, `see ${view.number}`);
  if (hidden) return hidden;
  switch (body.kind) {
    case 'set':
      return editFault(type, Object.keys(body.fields), actor, view);
    case 'act':
      return actFault(type, body, actor, view, from);
    case 'note':
      return missingRight(type.note, actor, view, `add a note to ${view.number}`);
    case 'attach':
      return missingRight(type.note, actor, view, `attach a file to ${view.number}`);
    default:
      return undefined;
  }
}

/** @param from the state that the act left, where it is known. */
function actFault(
  type: RecordType,
  body: ActBody,
  actor: Actor,
  view: RecordView,
  from: string | undefined,
): Problem | undefined {
  const { action, to, fields } = body;
  const named = type.lifecycle.transitions.filter(
    (one) => one.action === action && (one.to === to || one.to === 'same'),
  );
  const legal = named.filter((one) => from === undefined || one.from.includes(from));
  const candidates = legal.length > 0 ? legal : named;
  const names = Object.keys(fields);
  // No act of this version: the fold does not let it count, and its values are an edit.
  if (candidates.length === 0) return names.length > 0 ? editFault(type, names, actor, view) : undefined;
  const before: RecordView = from === undefined ? view : { ...view, state: from };
  const faults = candidates.map((one) => transitionFault(type, one, fields, actor, before));
  return faults.includes(undefined) ? undefined : faults[0];
}

function transitionFault(
  type: RecordType,
  transition: Transition,
  fields: FieldChanges,
  actor: Actor,
  view: RecordView,
): Problem | undefined {
  const { label, permit, needs = [], offers = [] } = transition;
  const doing = `${label.toLowerCase()}: ${view.number}`;
  const missing = missingRight(permit, actor, view, doing);
  if (missing) return missing;
  const after = { ...view, fields: { ...view.fields, ...valuesOf(fields) } };
  const reason = barredBy(transition, actor, after);
  if (reason !== undefined) return problem('OUT-RUL-004', { action: doing, reason });
  const foreign = Object.keys(fields).filter((name) => ![...needs, ...offers].includes(name));
  return foreign.length > 0 ? editFault(type, foreign, actor, view) : undefined;
}

function editFault(
  type: RecordType,
  names: readonly string[],
  actor: Actor,
  view: RecordView,
): Problem | undefined {
  return (
    missingRight(type.edit, actor, view, `change ${view.number}`) ?? fieldFault(type, names, actor, view)
  );
}

function fieldFault(
  type: RecordType,
  names: readonly string[],
  actor: Actor,
  view: RecordView | undefined,
): Problem | undefined {
  for (const name of names) {
    const [found] = checkWritable(type, [name], actor, view);
    if (found) {
      const isActions = found.code === 'OUT-VAL-019';
      return notWritable(type, name, isActions ? 'only actions write it' : 'a right for it is missing');
    }
  }
  return undefined;
}

function notWritable(type: RecordType, name: string, reason: string): Problem {
  return problem('OUT-RUL-003', { field: labelOf(type, name), recordType: type.label.toLowerCase(), reason });
}

function missingRight(
  rule: Rule,
  actor: Actor,
  view: RecordView | undefined,
  action: string,
): Problem | undefined {
  return rule.allows(actor, view) ? undefined : problem('OUT-RUL-002', { action, right: rule.label });
}

function valuesOf(fields: FieldChanges): FieldValues {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, change]) =>
      isMemberChange(change) ? [] : [[name, change.value] as const],
    ),
  );
}

/** Defaults are put in by the engine, whoever makes the record. */
function isDefault(type: RecordType, name: string, fields: FieldValues, { actor, stamp }: Entry): boolean {
  const standard = own(type.fields, name)?.default;
  if (standard === undefined) return false;
  const value = typeof standard === 'function' ? standard({ actor, now: stamp.wall }) : standard;
  return canonicalJson(value) === canonicalJson(fields[name] ?? null);
}
