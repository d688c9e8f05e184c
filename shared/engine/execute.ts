import type { Catalogue } from '../definition/catalogue.ts';
import type { Config } from '../definition/config.ts';
import type { Actor } from '../definition/permission.ts';
import type { RecordView } from '../definition/record.ts';
import { chainEntries, type Head } from '../changelog/chain.ts';
import type { Entry } from '../changelog/entry.ts';
import type { FoldState } from '../changelog/fold-state.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Problem } from '../kernel/errors.ts';
import type { Command } from './commands.ts';
import { decide, type Step } from './decide.ts';
import { Scope } from './scope.ts';

/** Reads what a command touches. The runner gives a database; tests and the hub give their own. */
export interface RecordSource {
  readonly load: (id: string) => Promise<FoldState | undefined>;
  /** Ids of the records of `type` whose field `by` names `id`. */
  readonly pointingAt: (type: string, by: string, id: string) => Promise<readonly string[]>;
  /** All entries of a record, in any order. */
  readonly entries: (id: string) => Promise<readonly Entry[]>;
}

export interface Environment {
  readonly catalogue: Catalogue;
  readonly source: RecordSource;
  readonly config: Config;
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly replica: string;
  readonly head: Head;
  readonly newId: (now: number) => string;
  /** The next number for people of a prefix. Numbers that are not used after all may be skipped. */
  readonly nextNumber: (prefix: string) => string;
}

export interface Outcome {
  readonly entries: readonly Entry[];
  readonly head: Head;
  /** The fold states of all records that the command touched. */
  readonly states: readonly FoldState[];
  /** The record that the command was about. */
  readonly record: RecordView;
}

/** Effects that cause effects stop here: a circle in the declarations, not a unit's work. */
const mostCommands = 5000;

/**
 * Answers a command: checks permission, lifecycle and values, and returns the entries to append with the fold states they
 * lead to, effects on other records included. Writes nothing. Any problem refuses the whole command.
 */
export async function execute(
  command: Command,
  environment: Environment,
): Promise<Result<Outcome, readonly Problem[]>> {
  const scope = new Scope(environment);
  const entries: Entry[] = [];
  const queue: { step: Step; isEffect: boolean }[] = [{ step: command, isEffect: false }];
  let head = environment.head;
  let about: string | undefined;
  for (let next = queue.shift(); next; next = queue.shift()) {
    const decision = await decide(next.step, next.isEffect, scope);
    if (!decision.ok) return err(decision.error);
    const chained = chainEntries(environment.replica, head, decision.value.drafts);
    head = chained.head;
    for (const entry of chained.entries) await scope.append(entry);
    entries.push(...chained.entries);
    about ??= decision.value.record;
    const followUps = await decision.value.followUps();
    queue.push(...followUps.map((step) => ({ step, isEffect: true })));
    if (entries.length > mostCommands) throw new Error(`The effects of ${command.kind} do not come to an end.`);
  }
  const record = about === undefined ? undefined : await scope.view(about);
  if (!record) throw new Error('A command was answered without a record.');
  return ok({ entries, head, states: scope.changed(), record });
}
