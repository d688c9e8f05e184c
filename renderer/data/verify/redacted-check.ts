import type { Entry } from '#shared/changelog/entry.ts';
import { confirmedEntries, isOrdered, type Redaction } from '#shared/changelog/redaction/orders.ts';
import { standsAsOrder, type RoleHistories } from '#shared/engine/redaction-standing.ts';
import { problem } from '#shared/kernel/errors.ts';
import { entryRef } from '#shared/kernel/ids.ts';
import type { VerifyFault } from './protocol.ts';

export interface RedactedCheck {
  readonly faults: readonly VerifyFault[];
  /** Entries whose contents two administrators had removed. */
  readonly redacted: number;
}

/** RED-140: of a record's entries, those without contents that no order of two administrators names. */
export async function checkRedacted(
  entries: readonly Entry[],
  redactions: readonly Redaction[] | undefined,
  histories: RoleHistories,
  now: number,
): Promise<RedactedCheck> {
  const stubs = entries.filter(({ body }) => body.kind === 'redacted');
  if (stubs.length === 0) return { faults: [], redacted: 0 };
  const standing: Redaction[] = [];
  for (const order of redactions ?? []) {
    if (await standsAsOrder(order, histories, now)) standing.push(order);
  }
  const orders = confirmedEntries(standing);
  const withheld = stubs.filter((stub) => !isOrdered(stub, orders.get(entryRef(stub.replica, stub.seq))));
  const faults = withheld.map(({ replica, seq, record }) => {
    const where = { replica, seq, record };
    return { ...where, problem: problem('OUT-RED-005', where) };
  });
  return { faults, redacted: stubs.length - withheld.length };
}
