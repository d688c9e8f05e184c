import type { Actor } from '../definition/permission.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { ConfirmBody, DeclineBody, Entry, EntryBody, RedactBody } from '../changelog/entry.ts';
import { refOf } from '../changelog/fold.ts';
import { redacting } from '../engine/redact.ts';
import { problem, type Problem } from '../kernel/errors.ts';
import type { Heard } from './heard.ts';

/** Does it order that contents are removed, or answer such an order? */
export function isOrder(body: EntryBody): body is RedactBody | ConfirmBody | DeclineBody {
  return body.kind === 'redact' || body.kind === 'confirm' || body.kind === 'decline';
}

/** RED-101, RED-102: administrators only, and nobody answers their own order. */
export function orderFault(
  { body, actor: id }: Entry,
  type: RecordType,
  known: readonly Heard[],
  actor: Actor,
): Problem | undefined {
  if (!isOrder(body)) return undefined;
  const action = `${body.kind === 'redact' ? 'order' : body.kind} the redaction of a ${type.label.toLowerCase()}`;
  if (!redacting.allows(actor, undefined)) {
    return problem('OUT-RUL-002', { action, right: redacting.label });
  }
  if (body.kind === 'redact') return undefined;
  const isOwn = known.some(({ entry }) => refOf(entry) === body.of && entry.actor === id);
  return isOwn ? problem('OUT-RUL-004', { action, reason: 'asked for it themself' }) : undefined;
}
