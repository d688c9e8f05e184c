import { problem, type Problem } from '../kernel/errors.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { refusal } from './permit.ts';
import type { Lifecycle, Transition } from '../definition/lifecycle.ts';
import type { Actor } from '../definition/permission.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';

/** The transition that `action` fires from a state, if the table has one. */
export function transitionFor(lifecycle: Lifecycle, action: string, state: string): Transition | undefined {
  return lifecycle.transitions.find(
    (transition) => transition.action === action && transition.from.includes(state),
  );
}

/** The state a transition leads to from `state`. */
export function landing(transition: Transition, state: string): string {
  return transition.to === 'same' ? state : transition.to;
}

/** What the actor may do with the record now, in the order of the table. Guards speak when the action is fired. */
export function allowedActions(type: RecordType, record: RecordView, actor: Actor): readonly Transition[] {
  return type.lifecycle.transitions.filter(
    (transition) =>
      transition.from.includes(record.state) &&
      transition.permit.allows(actor, record) &&
      (transition.shown?.(record) ?? true),
  );
}

/** The transition that the actor may fire, or why there is none. Without an actor (an effect) nobody is asked. */
export function findTransition(
  type: RecordType,
  record: RecordView,
  action: string,
  actor: Actor | undefined,
): Result<Transition, Problem> {
  const transition = transitionFor(type.lifecycle, action, record.state);
  const known = transition ?? type.lifecycle.transitions.find((other) => other.action === action);
  if (!known) return err(problem('OUT-LIF-001', { action, recordType: type.label }));
  if (!transition) {
    const allowed = actor ? allowedActions(type, record, actor).map((other) => other.label) : [];
    return err(
      problem('OUT-LIF-002', {
        action: known.label,
        recordType: type.label,
        record: record.id,
        state: type.lifecycle.states[record.state]?.label ?? record.state,
        allowed: allowed.join(', ') || 'nothing',
      }),
    );
  }
  const refused = actor && refusal(transition.permit, actor, record, `${transition.label}: ${record.number}`);
  return refused ? err(refused) : ok(transition);
}

/**
 * The shortest list of actions that leads from one state to another by the table, or undefined where none does.
 * Used by imports, whose sources skip states.
 */
export function shortestPath(
  lifecycle: Lifecycle,
  from: string,
  to: string,
): readonly Transition[] | undefined {
  const reached = new Map<string, readonly Transition[]>([[from, []]]);
  const queue = [from];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    const path = reached.get(state) ?? [];
    if (state === to) return path;
    for (const transition of lifecycle.transitions) {
      const next = transition.to;
      if (next === 'same' || !transition.from.includes(state) || reached.has(next)) continue;
      reached.set(next, [...path, transition]);
      queue.push(next);
    }
  }
  return undefined;
}
