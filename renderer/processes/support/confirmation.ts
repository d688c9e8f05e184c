import { objectionPeriod } from '#shared/processes/support/users-word.ts';
import { lastEntered } from '#shared/engine/life.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';

export interface Confirmation {
  /** Epoch ms at which the work was done. */
  readonly since: number;
  /** Person id; '' where nobody is to be asked. */
  readonly requester: string;
  /** The actor is the one who is asked. */
  readonly isAsked: boolean;
  /** Epoch ms from which the desk may close without the requester's word; undefined where it need not wait. */
  readonly closableFrom: number | undefined;
}

/** Whose word is awaited, and since when. `state`: the one in which the user is asked. */
export function readConfirmation(record: RecordView, state: string, actor: string): Confirmation {
  const since = lastEntered(record, state) ?? record.createdAt;
  const requester = textOf(record, 'requester');
  const hasUser = requester !== '' && textOf(record, 'contactType') !== 'event';
  return {
    since,
    requester: requester || textOf(record, 'onBehalfOf'),
    isAsked: actor !== '' && [requester, textOf(record, 'onBehalfOf')].includes(actor),
    closableFrom: hasUser ? since + objectionPeriod : undefined,
  };
}
