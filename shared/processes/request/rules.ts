import type { Problem } from '../../kernel/errors.ts';
import type { ActContext } from '../../definition/lifecycle.ts';
import { textOf } from '../../definition/record.ts';
import { lastEntered } from '../../engine/life.ts';
import { refuse } from '../support/refuse.ts';
import { rowsOf } from '../support/rows.ts';
import { hadTimeToObject, withinReopenPeriod, wordIsGiven } from '../support/users-word.ts';
import { needsApproval, needsFunds, orderLines, orderText } from './money.ts';

/** States in which a request can still be dropped or turned into something else. */
export const liveStates: readonly string[] = ['new', 'awaitingApproval', 'approved', 'inFulfilment'];

export const finalParts: readonly string[] = ['fulfilled', 'cancelled', 'completed', 'skipped'];

/** REQ-2: questions that must be answered are answered before anybody decides or works. */
function unanswered(action: string, { record, config }: ActContext): Problem | undefined {
  const answers = rowsOf(record, 'answers').filter((row) => String(row['answer'] ?? '').trim() !== '');
  for (const { item } of orderLines(record, config)) {
    const open = rowsOf(item, 'questions').find(
      ({ required, label }) =>
        required === true &&
        !answers.some((row) => row['question'] === label && (!row['item'] || row['item'] === item.id)),
    );
    if (open) return refuse(action, `“${String(open['label'])}” (${textOf(item, 'name')}) is not answered.`);
  }
  return undefined;
}

/** REQ-2 */
export function maySubmit(context: ActContext): Problem | undefined {
  const { record } = context;
  const own = [textOf(record, 'requester'), textOf(record, 'onBehalfOf')].includes(
    textOf(record, 'approver'),
  );
  return (
    unanswered('Submit for approval', context) ??
    (own ? refuse('Submit for approval', 'The approver is the requester. Name another person.') : undefined)
  );
}

/** REQ-5: no way around an approval that the catalogue asks for, nor past what was approved. */
export function mayStart(context: ActContext): Problem | undefined {
  const { record, config } = context;
  const action = 'Start fulfilment';
  const open = unanswered(action, context);
  if (open) return open;
  if (record.state === 'new' && needsApproval(record, config)) {
    return refuse(action, 'One of its items needs approval first.');
  }
  return record.state === 'approved' && orderText(record, config) !== textOf(record, 'approvedOrder')
    ? refuse(action, 'Its items were changed after it was approved. Revise it and have it approved again.')
    : undefined;
}

/** REQ-7 */
export function mayApprove(context: ActContext): Problem | undefined {
  const { record, config } = context;
  return needsFunds(record, config) && !fundsReleased(context)
    ? refuse(
        'Approve request',
        'Its price reaches the limit from which money must be released. Release the money first.',
      )
    : undefined;
}

/** A release counts for the submission it followed, not for a later one of other contents. */
export function fundsReleased({ record }: Pick<ActContext, 'record'>): boolean {
  const released = record.life.findLastIndex((step) => step.action === 'releaseFunds');
  return released > record.life.findLastIndex((step) => step.action === 'submit');
}

/** REQ-10: a request is not fulfilled while a part of it is open. */
export function partsAreDone({ related }: ActContext): Problem | undefined {
  const open = related('items').filter((item) => !finalParts.includes(item.state));
  return open.length === 0
    ? undefined
    : refuse('Record as fulfilled', `${open.map((item) => item.number).join(', ')} is not finished.`);
}

/** Completing everything is for requests that have something to complete. */
export function hasOpenParts({ related }: ActContext): Problem | undefined {
  return related('items').some((item) => !finalParts.includes(item.state))
    ? undefined
    : refuse('Complete all tasks', 'It has no open items. Record it as fulfilled instead.');
}

/** REQ-10: an item is not fulfilled while a task of it is open. */
export function tasksAreDone({ related }: ActContext): Problem | undefined {
  const open = related('tasks').filter((task) => !finalParts.includes(task.state));
  return open.length === 0
    ? undefined
    : refuse(
        'Record as fulfilled',
        `${open.map((task) => task.number).join(', ')} is not finished. Complete or skip it.`,
      );
}

/** REQ-12 */
export function mayAccept(context: ActContext): Problem | undefined {
  return wordIsGiven('Accept fulfilment', context);
}

/** REQ-13 */
export function mayCloseRequest(context: ActContext): Problem | undefined {
  const { record } = context;
  return hadTimeToObject('Close request', lastEntered(record, 'fulfilled') ?? record.createdAt, context);
}

/** REQ-14 */
export function mayReopenRequest({ record, now }: ActContext): Problem | undefined {
  return withinReopenPeriod('Reopen request', lastEntered(record, 'closed'), now);
}
