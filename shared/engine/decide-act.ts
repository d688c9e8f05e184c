import { locate, problem } from '../kernel/errors.ts';
import { err, ok } from '../kernel/result.ts';
import type { EntryBody } from '../changelog/entry.ts';
import type { Actor } from '../definition/permission.ts';
import type { RecordView } from '../definition/record.ts';
import { isEmpty } from '../definition/values.ts';
import { changesTo } from './changes.ts';
import type { Command } from './commands.ts';
import { draftOf, type Asked, type Decided, type Target } from './decision.ts';
import { actContext, effectSteps } from './effects.ts';
import { namingOthers } from './givers.ts';
import { findTransition, landing } from './lifecycle.ts';
import { checkReferences } from './references.ts';
import type { Scope } from './scope.ts';
import { barredBy, separationFault } from './separation.ts';
import { checkAcross, checkRequired, checkValues } from './validate.ts';
import { labelOf, notEditable } from './writable.ts';

/** Judges an act: transition, inputs, then the guard. */
export async function decideAct(
  { action, inputs }: Extract<Command, { kind: 'act' }>,
  asked: Asked,
  { state, record, type }: Target,
  scope: Scope,
): Promise<Decided> {
  const { actor, config } = scope.environment;
  const found = findTransition(type, record, action, asked === 'person' ? actor : undefined);
  if (!found.ok) return err([found.error]);
  const transition = found.value;
  const { needs = [], offers = [], touches = {}, guard, effects } = transition;
  const to = landing(transition, record.state);
  const after: RecordView = { ...record, fields: { ...record.fields, ...inputs } };
  const names = Object.keys(inputs);
  const allowed = [...needs, ...offers];
  const foreign = asked === 'person' ? names.filter((name) => !allowed.includes(name)) : [];
  const missing = needs.filter((name) => isEmpty(after.fields[name]));
  const faults = [
    ...foreign.map((field) => notEditable(type, field)),
    ...missing.map((field) => locate(problem('OUT-VAL-001', { field: labelOf(type, field) }), { field })),
    ...checkValues(type, inputs),
    ...checkRequired(type, { ...after, state: to }, names),
  ];
  if (faults.length > 0) return err(withoutTwins(faults));
  // What reads several values, or other records, is asked only about values of the right kind.
  const problems = [
    ...checkAcross(type, { ...after, state: to }, config, names, record),
    ...(await checkReferences(type, after, names, scope)),
  ];
  if (problems.length > 0) return err(problems);
  const barred = asked === 'person' ? separationFault(transition, actor, after) : undefined;
  if (barred) {
    const { permit } = transition;
    const isBarred = (other: Actor) => barredBy(transition, other, after) !== undefined;
    return err([await namingOthers(barred, { permit, isBarred }, after, scope)]);
  }
  const guarded = guard?.(await actContext(scope, after, touches));
  if (guarded) return err([guarded]);
  const base = record.life.at(-1)?.ref ?? state.create?.ref;
  if (!base) return err([problem('OUT-VAL-022', { recordType: type.label, record: record.id })]);
  const body: EntryBody = { kind: 'act', action, to, base, fields: changesTo(type, state, record, inputs) };
  return ok({
    record: record.id,
    drafts: [draftOf(scope.environment, state, body)],
    followUps: () => effectSteps(scope, record.id, touches, effects),
  });
}

/** A needed field that is required as well is told once. */
function withoutTwins<Kind extends { readonly message: string }>(problems: readonly Kind[]): readonly Kind[] {
  return problems.filter(
    ({ message }, index) => problems.findIndex((other) => other.message === message) === index,
  );
}
