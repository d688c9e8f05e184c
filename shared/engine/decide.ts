import { locate, problem, type Problem } from '../kernel/errors.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { nextStamp } from '../kernel/clock.ts';
import type { Draft } from '../changelog/chain.ts';
import type { EntryBody, Origin } from '../changelog/entry.ts';
import type { FoldState } from '../changelog/fold-state.ts';
import type { ActContext, Effect, Touch } from '../definition/lifecycle.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import { isEmpty, type FieldValues } from '../definition/values.ts';
import { changesTo } from './changes.ts';
import type { Command } from './commands.ts';
import { newRecord } from './create.ts';
import { findTransition, landing } from './lifecycle.ts';
import { refusal } from './permit.ts';
import { checkReferences } from './references.ts';
import type { Scope } from './scope.ts';
import { carriedNotes } from './carry.ts';
import { decideUndo } from './undo.ts';
import { checkRecord, checkValues } from './validate.ts';

/** What follows from an effect and people cannot ask for: the notes of one record shown in another's timeline. */
export type Step = Command | { readonly kind: 'carryNotes'; readonly from: string; readonly to: string };

export interface Decision {
  readonly record: string;
  readonly drafts: readonly Draft[];
  /** Asked once the drafts are in the scope: the effects, as further steps. */
  readonly followUps: () => Promise<readonly Step[]>;
}

export type Decided = Result<Decision, readonly Problem[]>;

const nothing = (): Promise<readonly Step[]> => Promise.resolve([]);

/** Judges one step. Effects are not asked for permission: the act that caused them was. */
export async function decide(step: Step, isEffect: boolean, scope: Scope): Promise<Decided> {
  if (step.kind === 'create') return decideCreate(step, isEffect, scope);
  if (step.kind === 'undo') return decideUndo(step.entries, scope);
  const id = step.kind === 'carryNotes' ? step.to : step.record;
  const state = await scope.state(id);
  const record = state && scope.project(state);
  const type = record && scope.environment.catalogue.type(record.type);
  if (!record || !type) return err([problem('OUT-VAL-022', { recordType: 'record', record: id })]);
  const target = { state, record, type };
  switch (step.kind) {
    case 'edit':
      return decideEdit(step.fields, isEffect, target, scope);
    case 'act':
      return decideAct(step, isEffect, target, scope);
    case 'note':
      return decideNote(step, isEffect, target, scope);
    case 'carryNotes':
      return ok({ record: id, drafts: await carriedNotes(step.from, state, scope), followUps: nothing });
  }
}

interface Target {
  readonly state: FoldState;
  readonly record: RecordView;
  readonly type: RecordType;
}

/** The draft of an entry about a record, stamped after everything known of that record. */
export function draftOf(
  scope: Scope,
  about: { readonly id: string; readonly type: string; readonly last?: FoldState['last'] },
  body: EntryBody,
  origin?: Origin,
): Draft {
  const { actor, now } = scope.environment;
  return {
    stamp: nextStamp(about.last?.stamp, now),
    actor: actor.id,
    type: about.type,
    record: about.id,
    body,
    ...(origin ? { origin } : {}),
  };
}

async function decideCreate(
  command: Extract<Command, { kind: 'create' }>,
  isEffect: boolean,
  scope: Scope,
): Promise<Decided> {
  const { catalogue, actor, config, now, newId } = scope.environment;
  const type = catalogue.type(command.type);
  if (!type) return err([problem('OUT-LOG-006', { recordType: command.type, record: '' })]);
  const refused = isEffect ? undefined : refusal(type.create, actor, undefined, `create a ${type.label}`);
  if (refused) return err([refused]);
  const id = command.id ?? newId(now);
  const faults = isEffect ? [] : checkWritable(type, command.fields, scope, undefined);
  const made = newRecord(type, id, command.fields, scope.environment);
  const problems = [
    ...faults,
    ...checkValues(type, made.view.fields),
    ...checkRecord(type, made.view, config),
    ...(await checkReferences(type, made.view, Object.keys(made.view.fields), scope)),
  ];
  if (problems.length > 0) return err(problems);
  return ok({
    record: id,
    drafts: [draftOf(scope, { id, type: type.name }, made.body)],
    followUps: async () => {
      const view = await scope.view(id);
      if (!view || !type.onCreate) return [];
      const context = await actContext(scope, view, type.onCreate.touches ?? {});
      return type.onCreate.effects(context).flatMap((effect) => stepsOf(effect, view, scope));
    },
  });
}

async function decideEdit(
  values: FieldValues,
  isEffect: boolean,
  { state, record, type }: Target,
  scope: Scope,
): Promise<Decided> {
  const { actor, config } = scope.environment;
  const refused = isEffect ? undefined : refusal(type.edit, actor, record, `change ${record.number}`);
  if (refused) return err([refused]);
  const changes = changesTo(type, state, record, values);
  const names = Object.keys(changes);
  const after: RecordView = { ...record, fields: { ...record.fields, ...values } };
  const problems = [
    ...(isEffect ? [] : checkWritable(type, values, scope, record)),
    ...(isEffect ? [] : checkOpen(type, record, names)),
    ...checkValues(type, values),
    ...checkRecord(type, after, config, names),
    ...(await checkReferences(type, after, names, scope)),
  ];
  if (problems.length > 0) return err(problems);
  const drafts = names.length > 0 ? [draftOf(scope, state, { kind: 'set', fields: changes })] : [];
  return ok({ record: record.id, drafts, followUps: nothing });
}

async function decideAct(
  command: Extract<Command, { kind: 'act' }>,
  isEffect: boolean,
  { state, record, type }: Target,
  scope: Scope,
): Promise<Decided> {
  const { actor, config } = scope.environment;
  const found = findTransition(type, record, command.action, isEffect ? undefined : actor);
  if (!found.ok) return err([found.error]);
  const transition = found.value;
  const to = landing(transition, record.state);
  const after: RecordView = { ...record, fields: { ...record.fields, ...command.inputs } };
  const allowed = [...(transition.needs ?? []), ...(transition.offers ?? [])];
  const foreign = isEffect ? [] : Object.keys(command.inputs).filter((name) => !allowed.includes(name));
  const missing = (transition.needs ?? []).filter((name) => isEmpty(after.fields[name]));
  const names = Object.keys(command.inputs);
  const context = await actContext(scope, after, transition.touches ?? {});
  const guarded = transition.guard?.(context);
  const problems = [
    ...foreign.map((field) => locate(problem('OUT-VAL-019', { field: labelOf(type, field) }), { field })),
    ...missing.map((field) => locate(problem('OUT-VAL-001', { field: labelOf(type, field) }), { field })),
    ...checkValues(type, command.inputs),
    ...checkRecord(type, { ...after, state: to }, config, names),
    ...(await checkReferences(type, after, names, scope)),
    ...(guarded ? [guarded] : []),
  ];
  if (problems.length > 0) return err(problems);
  const base = record.life.at(-1)?.ref ?? state.create?.ref;
  if (!base) return err([problem('OUT-VAL-022', { recordType: type.label, record: record.id })]);
  const fields = changesTo(type, state, record, command.inputs);
  const body: EntryBody = { kind: 'act', action: command.action, to, base, fields };
  return ok({
    record: record.id,
    drafts: [draftOf(scope, state, body)],
    followUps: async () => {
      const view = await scope.view(record.id);
      if (!view || !transition.effects) return [];
      const done = await actContext(scope, view, transition.touches ?? {});
      return transition.effects(done).flatMap((effect) => stepsOf(effect, view, scope));
    },
  });
}

function decideNote(
  command: Extract<Command, { kind: 'note' }>,
  isEffect: boolean,
  { state, record, type }: Target,
  scope: Scope,
): Decided {
  const refused = isEffect
    ? undefined
    : refusal(type.note, scope.environment.actor, record, `add a note to ${record.number}`);
  if (refused) return err([refused]);
  if (!command.text.trim()) return err([problem('OUT-VAL-001', { field: 'Note' })]);
  const { text, audience, minutes } = command;
  if (minutes !== undefined && !(Number.isSafeInteger(minutes) && minutes >= 0)) {
    return err([problem('OUT-VAL-006', { field: 'Minutes', value: minutes, range: 'a whole number from 0' })]);
  }
  const body: EntryBody = { kind: 'note', text, audience, ...(minutes === undefined ? {} : { minutes }) };
  return ok({ record: record.id, drafts: [draftOf(scope, state, body)], followUps: nothing });
}

async function actContext(
  scope: Scope,
  record: RecordView,
  touches: Readonly<Record<string, Touch>>,
): Promise<ActContext> {
  const { actor, now, config } = scope.environment;
  return { record, actor, now, config, related: await scope.related(touches, record) };
}

/** Turns an effect into steps; a record made by an effect gets its id here so that the acting record can name it. */
function stepsOf(effect: Effect, acting: RecordView, scope: Scope): readonly Step[] {
  switch (effect.kind) {
    case 'act':
      return [effect];
    case 'set':
      return [{ kind: 'edit', record: effect.record, fields: effect.fields }];
    case 'note':
      return [effect];
    case 'create': {
      const id = scope.environment.newId(scope.environment.now);
      const { type, fields, linkFrom, carryNotes } = effect;
      return [
        { kind: 'create', type, id, fields },
        ...(linkFrom ? [{ kind: 'edit', record: acting.id, fields: { [linkFrom]: id } } as const] : []),
        ...(carryNotes ? [{ kind: 'carryNotes', from: acting.id, to: id } as const] : []),
      ];
    }
  }
}

function checkWritable(
  type: RecordType,
  values: FieldValues,
  scope: Scope,
  record: RecordView | undefined,
): readonly Problem[] {
  return Object.keys(values).flatMap((name) => {
    const field = type.fields[name];
    if (!field) return [];
    if (field.readOnly) return [locate(problem('OUT-VAL-019', { field: field.label }), { field: name })];
    const rule = field.visibleTo;
    if (!rule || rule.allows(scope.environment.actor, record)) return [];
    return [
      locate(
        problem('OUT-PER-002', {
          field: field.label,
          recordType: type.label,
          right: rule.label,
          givers: rule.givenBy,
        }),
        { field: name },
      ),
    ];
  });
}

/** A finished record is changed by reopening it; a conflict may still be settled. */
function checkOpen(type: RecordType, record: RecordView, names: readonly string[]): readonly Problem[] {
  const state = type.lifecycle.states[record.state];
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

function labelOf(type: RecordType, field: string): string {
  return type.fields[field]?.label ?? field;
}
