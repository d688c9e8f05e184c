import { compareEntries, refOf } from '../changelog/fold.ts';
import type { Entry } from '../changelog/entry.ts';
import { confirmedEntries, isOrdered, readRedactions } from '../changelog/redaction/orders.ts';
import { problem, type Problem } from '../kernel/errors.ts';
import { groupBy } from '../kernel/group-by.ts';

/** Is it part of an order to remove contents? */
export function isOfOrder({ body }: Entry): boolean {
  return body.kind === 'redact' || body.kind === 'confirm';
}

/**
 * Entries without contents that somebody carries for others are let in only where two people ordered it (RED-131): else whoever carries a log first
 * could keep its contents from everybody behind.
 */
export class StubGate {
  readonly #known: Entry[];

  /** @param known `redact` and `confirm` entries that are held. */
  constructor(known: readonly Entry[]) {
    this.#known = [...known];
  }

  /** What comes at the same time counts as well. */
  learn(entries: readonly Entry[]): void {
    this.#known.push(...entries.filter(isOfOrder));
  }

  /** Why the entries cannot be let in; undefined where they can. */
  faultIn(entries: readonly Entry[]): Problem | undefined {
    const stubs = entries.filter(({ body }) => body.kind === 'redacted');
    if (stubs.length === 0) return undefined;
    const records = groupBy(this.#known, ({ record }) => record);
    const missing = stubs.find((stub) => {
      const about = [...(records.get(stub.record) ?? [])].sort(compareEntries);
      const orders = confirmedEntries(readRedactions(about, new Set()));
      return !isOrdered(stub, orders.get(refOf(stub)));
    });
    return missing && problem('OUT-RED-004', { replica: missing.replica, seq: missing.seq });
  }
}
