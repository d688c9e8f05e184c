import type { RecordView } from '../definition/record.ts';
import { chainEntries, type Draft, type Head } from '../changelog/chain.ts';
import type { Entry } from '../changelog/entry.ts';
import type { FoldState } from '../changelog/fold-state.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Problem } from '../kernel/errors.ts';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import type { Asked, Step } from './decision.ts';
import type { Environment } from './environment.ts';
import { namingGivers } from './givers.ts';
import { roleFault } from './role-guard.ts';
import { Scope } from './scope.ts';

export interface Outcome {
  readonly entries: readonly Entry[];
  readonly head: Head;
  /** The fold states of all records that the command touched. */
  readonly states: readonly FoldState[];
  /** The record that the command was about. */
  readonly record: RecordView;
}

/** Effects of effects deeper than this are a circle in the declarations, not a unit's work. */
const deepest = 100;

/**
 * Answers a command: checks permission, lifecycle and values, and returns the entries to append with the fold states they
 * lead to, effects on other records included. Writes nothing. Any problem refuses the whole command.
 */
export function execute(
  command: Command,
  environment: Environment,
): Promise<Result<Outcome, readonly Problem[]>> {
  return carryOut(command, 'person', environment, (draft) => draft);
}

/** The same for whoever asks. @param sign adds to each entry what says why it was written. */
export async function carryOut(
  command: Command,
  asked: Asked,
  environment: Environment,
  sign: (draft: Draft) => Draft,
): Promise<Result<Outcome, readonly Problem[]>> {
  const scope = new Scope(environment);
  const entries: Entry[] = [];
  const queue: { readonly step: Step; readonly depth: number }[] = [{ step: command, depth: 0 }];
  let head = environment.head;
  let about: string | undefined;
  // The queue grows while it is walked.
  for (const { step, depth } of queue) {
    if (depth > deepest) throw new Error(`The effects of ${command.kind} do not come to an end.`);
    const decision = await decide(step, depth === 0 ? asked : 'effect', scope);
    if (!decision.ok) return err(await namingGivers(decision.error, scope));
    const { record, drafts, followUps } = decision.value;
    const chained = chainEntries(environment.replica, head, drafts.map(sign));
    head = chained.head;
    for (const entry of chained.entries) await scope.append(entry);
    entries.push(...chained.entries);
    about ??= record;
    queue.push(...(await followUps()).map((next) => ({ step: next, depth: depth + 1 })));
  }
  const fault = await roleFault(scope);
  if (fault) return err(await namingGivers([fault], scope));
  const record = about === undefined ? undefined : await scope.view(about);
  if (!record) throw new Error('A command was answered without a record.');
  return ok({ entries, head, states: scope.changed(), record });
}
