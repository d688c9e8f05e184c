import type { Draft } from '../changelog/chain.ts';
import type { EntryBody } from '../changelog/entry.ts';
import type { FoldState } from '../changelog/fold-state.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import { nextStamp } from '../kernel/clock.ts';
import type { Problem } from '../kernel/errors.ts';
import type { Result } from '../kernel/result.ts';
import type { Command } from './commands.ts';
import type { Environment } from './environment.ts';

/** What follows from an effect and people cannot ask for: the notes and files of one record shown in another's timeline. */
export type Step = Command | { readonly kind: 'carryNotes'; readonly from: string; readonly to: string };

/** Who asks for a step: the person, or an effect of what the person did. Effects are not asked for permission. */
export type Asked = 'person' | 'effect';

export interface Decision {
  readonly record: string;
  readonly drafts: readonly Draft[];
  /** Asked once the drafts are in the scope: the effects, as further steps. */
  readonly followUps: () => Promise<readonly Step[]>;
}

export type Decided = Result<Decision, readonly Problem[]>;

/** The record a step is about. */
export interface Target {
  readonly state: FoldState;
  readonly record: RecordView;
  readonly type: RecordType;
}

export const noFollowUps = (): Promise<readonly Step[]> => Promise.resolve([]);

/** The draft of an entry about a record, stamped after everything known of that record. */
export function draftOf(
  { actor, now }: Environment,
  about: { readonly id: string; readonly type: string; readonly last?: FoldState['last'] },
  body: EntryBody,
): Draft {
  return {
    stamp: nextStamp(about.last?.stamp, now),
    actor: actor.id,
    type: about.type,
    record: about.id,
    body,
  };
}
