import { problem, type Problem } from '../kernel/errors.ts';
import { isRecordId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { EntryBody } from '../changelog/entry.ts';
import type { RecordView } from '../definition/record.ts';
import type { FieldValues } from '../definition/values.ts';
import { changesTo } from './changes.ts';
import type { Command } from './commands.ts';
import { newRecord } from './create.ts';
import { decideAct } from './decide-act.ts';
import { decideAttach, decideCarry, decideNote } from './decide-added.ts';
import { draftOf, noFollowUps, type Asked, type Decided, type Step, type Target } from './decision.ts';
import { actContext, effectSteps } from './effects.ts';
import { refusal } from './permit.ts';
import { decideAnswer, decideRedact } from './redact.ts';
import { checkReferences } from './references.ts';
import type { Scope } from './scope.ts';
import { decideUndo } from './undo.ts';
import { checkAcross, checkRecord, checkRequired, checkValues } from './validate.ts';
import { checkOpen, checkWritable } from './writable.ts';

/** Judges one step. Effects are not asked for permission: the act that caused them was. */
export async function decide(step: Step, asked: Asked, scope: Scope): Promise<Decided> {
  if (step.kind === 'create') return decideCreate(step, asked, scope);
  if (step.kind === 'undo') return decideUndo(step.entries, scope);
  const found = await find(step.kind === 'carryNotes' ? step.to : step.record, asked, scope);
  if (!found.ok) return err([found.error]);
  const target = found.value;
  switch (step.kind) {
    case 'edit':
      return decideEdit(step.fields, asked, target, scope);
    case 'act':
      return decideAct(step, asked, target, scope);
    case 'note':
      return decideNote(step, asked, target, scope);
    case 'attach':
      return decideAttach(step, asked, target, scope);
    case 'redact':
      return decideRedact(step, target, scope);
    case 'answerRedaction':
      return decideAnswer(step, target, scope);
    case 'carryNotes':
      return decideCarry(step.from, target, scope);
  }
}

/** The record a step is about. What a person may not see is, to them, not there. */
async function find(id: string, asked: Asked, scope: Scope): Promise<Result<Target, Problem>> {
  const { catalogue, actor } = scope.environment;
  const state = await scope.state(id);
  const type = state && catalogue.type(state.type);
  if (state && !type) return err(problem('OUT-LOG-006', { recordType: state.type, record: id }));
  const record = state && scope.project(state);
  if (!state || !type || !record || (asked === 'person' && !type.see.allows(actor, record))) {
    return err(problem('OUT-VAL-022', { recordType: type?.label ?? 'record', record: id }));
  }
  return ok({ state, record, type });
}

async function decideCreate(
  command: Extract<Command, { kind: 'create' }>,
  asked: Asked,
  scope: Scope,
): Promise<Decided> {
  const { environment } = scope;
  const { catalogue, actor, config, now, newId } = environment;
  const type = catalogue.type(command.type);
  if (!type) return err([problem('OUT-LOG-006', { recordType: command.type, record: '' })]);
  const byPerson = asked === 'person';
  const refused = byPerson ? refusal(type.create, actor, undefined, `create a ${type.label}`) : undefined;
  if (refused) return err([refused]);
  const made = newRecord(
    type,
    command.fields,
    environment,
    (fields) => command.id ?? type.identity?.(fields) ?? newId(now),
  );
  const { id } = made.view;
  const taken = await idFault(id, scope);
  if (taken) return err([taken]);
  const names = Object.keys(made.view.fields);
  const faults = [
    ...(byPerson ? checkWritable(type, Object.keys(command.fields), actor, undefined) : []),
    ...checkValues(type, made.view.fields),
    ...checkRequired(type, made.view),
  ];
  if (faults.length > 0) return err(faults);
  const problems = [
    ...checkAcross(type, made.view, config),
    ...(await checkReferences(type, made.view, names, scope)),
  ];
  if (problems.length > 0) return err(problems);
  const { guard, touches = {} } = type.onCreate ?? {};
  const guarded = guard?.(await actContext(scope, made.view, touches));
  if (guarded) return err([guarded]);
  return ok({
    record: id,
    drafts: [draftOf(environment, { id, type: type.name }, made.body)],
    followUps: () => effectSteps(scope, id, type.onCreate?.touches, type.onCreate?.effects),
  });
}

/** A record is made once: a second making under its id would be silently lost. Of one that is not made yet, vouches may be here. */
async function idFault(id: string, scope: Scope): Promise<Problem | undefined> {
  if (!isRecordId(id)) return problem('OUT-VAL-002', { field: 'Id', expected: 'a record id', value: id });
  const known = await scope.state(id);
  return known?.create && problem('OUT-VAL-012', { field: 'Id', value: id, other: known.create.number });
}

async function decideEdit(
  values: FieldValues,
  asked: Asked,
  { state, record, type }: Target,
  scope: Scope,
): Promise<Decided> {
  const { actor, config } = scope.environment;
  const byPerson = asked === 'person';
  const refused = byPerson ? refusal(type.edit, actor, record, `change ${record.number}`) : undefined;
  if (refused) return err([refused]);
  const faults = [
    ...(byPerson ? checkWritable(type, Object.keys(values), actor, record) : []),
    ...checkValues(type, values),
  ];
  if (faults.length > 0) return err(faults);
  const changes = changesTo(type, state, record, values);
  const names = Object.keys(changes);
  const after: RecordView = { ...record, fields: { ...record.fields, ...values } };
  const problems = [
    ...(byPerson ? checkOpen(type, record, names) : []),
    ...checkRecord(type, after, config, names, record),
    ...(await checkReferences(type, after, names, scope)),
  ];
  if (problems.length > 0) return err(problems);
  const body: EntryBody = { kind: 'set', fields: changes };
  const drafts = names.length > 0 ? [draftOf(scope.environment, state, body)] : [];
  return ok({ record: record.id, drafts, followUps: noFollowUps });
}
