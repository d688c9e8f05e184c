import type { RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import type { Occasion, RuleContext, TimedRule } from '../definition/timed-rule.ts';
import type { Draft } from '../changelog/chain.ts';
import { deterministicRecordId } from '../kernel/ids.ts';
import { own } from '../kernel/own.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Problem } from '../kernel/errors.ts';
import { columnValues } from './column-values.ts';
import type { Command } from './commands.ts';
import type { Environment } from './environment.ts';
import { carryOut, type Outcome } from './execute.ts';
import { meets, resolveConditions } from './query.ts';
import { entryKey, ruleKey } from './rule-keys.ts';
import { Scope } from './scope.ts';

/**
 * Does what a rule says of a record, if its occasion has come and nobody did it before. Nobody's right is asked: the rule is declared.
 * Undefined where there is nothing to do. @param zone of the unit, for conditions that name a day.
 */
export async function fire(
  rule: TimedRule,
  record: string,
  environment: Environment,
  zone: string,
): Promise<Result<Outcome | undefined, readonly Problem[]>> {
  const scope = new Scope(environment);
  const view = await scope.view(record);
  const type = view && environment.catalogue.type(view.type);
  if (!view || !type || !isLookedAt(rule, view, type, environment, zone)) return ok(undefined);
  const { now, config } = environment;
  const related = await scope.related(rule.touches ?? {}, view);
  const context: RuleContext = { record: view, now, config, related };
  const occasion = rule.occasion(context);
  if (!occasion || occasion.at > now) return ok(undefined);
  const key = ruleKey(rule, record, occasion);
  const command = commandOf(rule, context, occasion, deterministicRecordId([key]));
  const about = command.kind === 'create' ? command.id : command.record;
  const known = await scope.state(about);
  if (command.kind === 'create' ? known?.create : own(known?.keys ?? {}, key)) return ok(undefined);
  let made = 0;
  const newId = () => deterministicRecordId([key, String((made += 1))]);
  const isDeed = (draft: Draft) => draft.record === about && draft.body.kind === command.kind;
  const outcome = await carryOut(command, 'effect', { ...environment, newId }, (draft) => ({
    ...draft,
    key: isDeed(draft) ? key : entryKey(key, draft),
    origin: { by: `Rule: ${rule.label}`, source: occasion.because },
  }));
  return outcome;
}

function isLookedAt(
  { where }: TimedRule,
  view: RecordView,
  type: RecordType,
  { actor, now, config }: Environment,
  zone: string,
): boolean {
  return meets(columnValues(type, view, config, now), resolveConditions(where, { actor, now, zone }));
}

type Done =
  Extract<Command, { kind: 'act' | 'note' }> | (Extract<Command, { kind: 'create' }> & { id: string });

function commandOf(
  { deed }: TimedRule,
  context: RuleContext,
  { because }: Occasion,
  newRecord: string,
): Done {
  const record = context.record.id;
  switch (deed.kind) {
    case 'act':
      return { kind: 'act', record, action: deed.action, inputs: deed.inputs?.(context) ?? {} };
    case 'note':
      return { kind: 'note', record, text: because, audience: deed.audience };
    case 'create':
      return { kind: 'create', type: deed.type, id: newRecord, fields: deed.fields(context) };
  }
}
