import type { Problem } from '../../kernel/errors.ts';
import type { ActContext, Effect } from '../../definition/lifecycle.ts';
import { listOf, textOf, type RecordView } from '../../definition/record.ts';
import type { FieldValue } from '../../definition/values.ts';
import { clear, set } from './effects.ts';
import { refuse } from './refuse.ts';

/** What transitions that assign must load. */
export const assigneeTouch = { assignee: { field: 'assignee' } } as const;

/** Actions that give a record to a team or person. */
export const assigningActions: readonly string[] = ['assign', 'escalateFunctional'];

/** Who is newly chosen must belong to the team; who was there before is taken off by `dropOutsider` instead (INC-5). */
export function assigneeInTeam({ record, related }: ActContext): Problem | undefined {
  const assignee = textOf(record, 'assignee');
  const before = record.life.findLast(({ inputs }) => typeof inputs['assignee'] === 'string');
  if (!assignee || assignee === before?.inputs['assignee']) return undefined;
  return isMember(related('assignee')[0], textOf(record, 'team'))
    ? undefined
    : refuse('Assign', 'The assignee does not belong to that team.');
}

/** Somebody without any team recorded passes: the unit may not keep memberships. */
function isMember(person: RecordView | undefined, team: string): boolean {
  const teams = person ? listOf(person, 'teams') : [];
  return teams.length === 0 || teams.includes(team);
}

/** An assignee from before who is not of the new team no longer has it (INC-5). */
export function dropOutsider({ record, related }: ActContext): readonly Effect[] {
  const inputs = record.life.at(-1)?.inputs ?? {};
  if (!('team' in inputs) || 'assignee' in inputs) return [];
  return isMember(related('assignee')[0], textOf(record, 'team')) ? [] : clear(record, 'assignee');
}

/** Whoever starts takes what nobody has (INC-4). */
export function takeIfNobodys({ record, actor }: ActContext): readonly Effect[] {
  return textOf(record, 'assignee') ? [] : [set(record, { assignee: actor.id })];
}

/** Assignments after the first that gave it to another team or person (INC-3). */
export function reassignments(record: RecordView): number {
  let holder: Holder | undefined;
  let count = 0;
  for (const { action, inputs, inferred } of record.life) {
    if (!assigningActions.includes(action)) continue;
    const next: Holder = {
      team: inputs['team'] === undefined ? holder?.team : inputs['team'],
      assignee: inputs['assignee'] === undefined ? holder?.assignee : inputs['assignee'],
    };
    // An import puts one in for the same team where its source counts a reassignment without saying to whom.
    const isCounted = inferred === true && 'team' in inputs;
    if (holder && (isCounted || next.team !== holder.team || next.assignee !== holder.assignee)) count += 1;
    holder = next;
  }
  return count;
}

interface Holder {
  readonly team: FieldValue | undefined;
  readonly assignee: FieldValue | undefined;
}
