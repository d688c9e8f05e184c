import type { Data } from '#renderer/data/data.ts';
import type { ShellNotice } from '#renderer/shell/notices/plan-notices.ts';
import { redacting } from '#shared/engine/redact.ts';

/** Notices of orders that wait for the administrator at the desk and that no window showed before. */
export async function lookForRedactions(data: Data, now: number): Promise<readonly ShellNotice[]> {
  const { actor } = data;
  if (!actor || !redacting.allows(actor, undefined)) return [];
  const found: ShellNotice[] = [];
  for (const { order } of await data.redactions.list()) {
    const key = `redaction:${order.ref}:${actor.id}`;
    if (order.state !== 'open' || order.askedBy === actor.id) continue;
    if (!(await data.local.claimNotice(key))) continue;
    found.push({
      key,
      kind: 'redaction',
      title: 'A redaction waits for your answer',
      body: order.reason,
      link: '/audit',
      at: now,
    });
  }
  return found;
}
