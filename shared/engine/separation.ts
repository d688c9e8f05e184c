import { doneAction, type Transition } from '../definition/lifecycle.ts';
import type { Actor } from '../definition/permission.ts';
import { textOf, type RecordView } from '../definition/record.ts';
import { problem, type Problem } from '../kernel/errors.ts';

/** Why separation of duties keeps the actor from the act, as it follows “because you”; undefined where it does not. */
export function barredBy({ notBy = {} }: Transition, actor: Actor, record: RecordView): string | undefined {
  return Object.entries(notBy).find(([who]) => personIn(record, who) === actor.id)?.[1];
}

/** The refusal where somebody would decide on what is their own (OUT-PER-004). */
export function separationFault(
  transition: Transition,
  actor: Actor,
  record: RecordView,
): Problem | undefined {
  const reason = barredBy(transition, actor, record);
  if (reason === undefined) return undefined;
  const { label, permit } = transition;
  return problem('OUT-PER-004', {
    action: `${label}: ${record.number}`,
    reason,
    right: permit.label,
    record: record.id,
  });
}

function personIn(record: RecordView, who: string): string {
  if (who === 'createdBy') return record.createdBy;
  const action = doneAction(who);
  if (action === undefined) return textOf(record, who);
  return record.life.findLast((step) => step.action === action)?.actor ?? '';
}
