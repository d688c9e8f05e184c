import type { Problem } from '../../kernel/errors.ts';
import type { Actor } from '../../definition/permission.ts';
import type { ActContext, Effect } from '../../definition/lifecycle.ts';
import type { Occasion } from '../../definition/timed-rule.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { clear, set } from './effects.ts';
import { day } from './figures.ts';
import { refuse } from './refuse.ts';

/** How long a requester has to object, before the desk may close without their word (INC-11, REQ-13). */
export const objectionPeriod = 3 * day;

/** After so long nobody is waited for any more: the unit's devices close by themselves (INC-23, REQ-18). */
const silencePeriod = 7 * day;

/** How long after closing a record may be reopened; later a new one is logged (INC-14, REQ-14). */
export const reopenPeriod = 30 * day;

/** True where the actor is the requester, or the person it is for. */
export function isTheirs(record: RecordView, actor: Actor): boolean {
  return [textOf(record, 'requester'), textOf(record, 'onBehalfOf')].includes(actor.id);
}

/** Only the person it is for confirms; the desk may record their word and says how it came (INC-10, REQ-12). */
export function wordIsGiven(action: string, { record, actor }: ActContext): Problem | undefined {
  return isTheirs(record, actor) || textOf(record, 'confirmationNote').trim()
    ? undefined
    : refuse(action, 'You are not the requester. Fill in “The user’s word”: how and when they confirmed.');
}

/** Records whose word it was, next to the act's own author. */
export function recordConfirmation({ record, actor }: ActContext): readonly Effect[] {
  const confirmedBy = isTheirs(record, actor)
    ? actor.id
    : textOf(record, 'requester') || textOf(record, 'onBehalfOf');
  return [set(record, { userConfirmed: true, confirmedBy: confirmedBy || null })];
}

/** After reopening, the earlier confirmation says nothing any more. */
export function forgetConfirmation({ record }: ActContext): readonly Effect[] {
  return clear(record, 'userConfirmed', 'confirmedBy', 'confirmationNote', 'satisfaction');
}

/** Without the requester's word the desk closes only after they had time to object. `since`: epoch ms of the resolution. */
export function hadTimeToObject(
  action: string,
  since: number,
  { record, now }: ActContext,
): Problem | undefined {
  const hasUser = textOf(record, 'requester') !== '' && textOf(record, 'contactType') !== 'event';
  if (!hasUser || now - since >= objectionPeriod) return undefined;
  return refuse(
    action,
    `The requester has ${objectionPeriod / day} days from then on to object. Record their word instead, or wait.`,
  );
}

/** Refuses a reopening too long after closing. `closedAt`: epoch ms. */
export function withinReopenPeriod(
  action: string,
  closedAt: number | null,
  now: number,
): Problem | undefined {
  return closedAt !== null && now - closedAt > reopenPeriod
    ? refuse(
        action,
        `It was closed more than ${reopenPeriod / day} days ago. Log a new one and name this one in it.`,
      )
    : undefined;
}

/** The occasion to close what was done at `since` (epoch ms) and nobody objected to. @param done “Resolved”. */
export function unobjected(done: string, since: number): Occasion {
  return {
    at: since + silencePeriod,
    because: `${done}, and nobody objected for ${silencePeriod / day} days.`,
  };
}
