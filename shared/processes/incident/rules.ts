import type { Problem } from '../../kernel/errors.ts';
import type { ActContext } from '../../definition/lifecycle.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { lastEntered } from '../../engine/life.ts';
import { refuse } from '../support/refuse.ts';
import { hadTimeToObject, withinReopenPeriod, wordIsGiven } from '../support/users-word.ts';

export const openStates: readonly string[] = ['new', 'assigned', 'inProgress', 'pending'];

export function isOpen(record: RecordView): boolean {
  return openStates.includes(record.state);
}

/** Declared major and not stood down since. A security incident can be major too, and stays on its path. */
export function isMajor(record: RecordView): boolean {
  const last = record.life.findLast(
    (step) => step.action === 'declareMajor' || step.action === 'standDownMajor',
  );
  return last ? last.action === 'declareMajor' : textOf(record, 'path') === 'major';
}

export function isSecurity(record: RecordView): boolean {
  return textOf(record, 'path') === 'security';
}

/** INC-15: the review is held after the last resolution; reopening asks for a new one. */
export function isReviewed(record: RecordView): boolean {
  const reviewed = record.life.findLastIndex((step) => step.action === 'completeReview');
  const reopened = record.life.findLastIndex((step) => step.action === 'reopen');
  return reviewed >= 0 && reviewed > reopened;
}

/** INC-6: functional escalation goes to another team. */
export function anotherTeam({ record }: ActContext): Problem | undefined {
  const step = record.life.findLast(({ inputs }) => typeof inputs['team'] === 'string');
  return step && step.inputs['team'] === textOf(record, 'team')
    ? refuse('Escalate to another team', 'The incident is with that team already.')
    : undefined;
}

/** INC-7: waiting goes on under another reason only; the reminder alone is changed on the form. */
export function anotherReason({ record }: ActContext): Problem | undefined {
  if (record.state !== 'pending') return undefined;
  const step = record.life.findLast(({ inputs }) => typeof inputs['pendingReason'] === 'string');
  return step && step.inputs['pendingReason'] === textOf(record, 'pendingReason')
    ? refuse(
        'Put on hold',
        'It waits for that already. Change the reminder on the form, or choose another reason.',
      )
    : undefined;
}

/** INC-16: a security incident is resolved only with its containment on record. */
export function isContained({ record }: ActContext): Problem | undefined {
  return isSecurity(record) && !textOf(record, 'containment').trim()
    ? refuse(
        'Resolve incident',
        'It is a security incident and no containment is recorded. Fill in “Containment”.',
      )
    : undefined;
}

/** INC-15: a major incident is closed only after its review. */
function missingReview(action: string, record: RecordView): Problem | undefined {
  return isMajor(record) && !isReviewed(record)
    ? refuse(action, 'It is a major incident and its review is not complete.')
    : undefined;
}

/** INC-10, INC-15 */
export function mayConfirm(context: ActContext): Problem | undefined {
  const action = 'Confirm that service is back';
  return missingReview(action, context.record) ?? wordIsGiven(action, context);
}

/** INC-11, INC-15; a child that its parent takes along needs no word of its own. */
export function mayClose(context: ActContext): Problem | undefined {
  const { record, related } = context;
  const unreviewed = missingReview('Close incident', record);
  if (unreviewed) return unreviewed;
  if (related('parent').some((parent) => parent.state === 'closed')) return undefined;
  return hadTimeToObject('Close incident', lastEntered(record, 'resolved') ?? record.createdAt, context);
}

/** INC-14 */
export function mayReopenClosed({ record, now }: ActContext): Problem | undefined {
  return withinReopenPeriod('Reopen incident', lastEntered(record, 'closed'), now);
}

/** INC-18: an incident with open children is not dropped. */
export function noOpenChildren(action: string): (context: ActContext) => Problem | undefined {
  return ({ related }) => {
    const open = related('children').filter(isOpen);
    return open.length === 0
      ? undefined
      : refuse(action, `Its child incidents ${open.map((child) => child.number).join(', ')} are still open.`);
  };
}
