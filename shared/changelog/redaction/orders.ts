import { entryRef, type EntryRef } from '../../kernel/ids.ts';
import type { Entry, RedactedEntry } from '../entry.ts';
import { soundEntry } from '../sound-entry.ts';
import { stubDigest, stubOf } from './stub.ts';

/** An order to remove contents, and what became of it. Times are claims of the writers' clocks, epoch ms. */
export interface Redaction {
  /** The `redact` entry. */
  readonly ref: EntryRef;
  readonly entries: readonly RedactedEntry[];
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: number;
  /** `withdrawn`: who asked took it back. */
  readonly state: 'open' | 'confirmed' | 'declined' | 'withdrawn';
  readonly answer?: { readonly ref: EntryRef; readonly by: string; readonly at: number };
}

/**
 * The orders among the entries of a record, in their order (RED-101 to RED-104). An order that somebody else confirmed stays confirmed, whatever
 * else was written about it at the same time: contents may be gone by then.
 * @param retracted entries that their authors took back.
 */
export function readRedactions(
  sorted: readonly Entry[],
  retracted: ReadonlySet<EntryRef>,
): readonly Redaction[] {
  if (!sorted.some(({ body }) => body.kind === 'redact')) return [];
  const sound = sorted.map(soundEntry);
  return sound.flatMap((entry): readonly Redaction[] => {
    const { body, actor: askedBy, stamp } = entry;
    if (body.kind !== 'redact') return [];
    const ref = entryRef(entry.replica, entry.seq);
    const { entries, reason } = body;
    const asked = { ref, entries, reason, askedBy, askedAt: stamp.wall };
    const answer = (kind: 'confirm' | 'decline') =>
      sound.find((other) => other.body.kind === kind && other.body.of === ref && other.actor !== askedBy);
    const [confirmed, declined] = [answer('confirm'), answer('decline')];
    if (confirmed) return [{ ...asked, state: 'confirmed', answer: answerOf(confirmed) }];
    if (retracted.has(ref)) return [{ ...asked, state: 'withdrawn' }];
    if (declined) return [{ ...asked, state: 'declined', answer: answerOf(declined) }];
    return [{ ...asked, state: 'open' }];
  });
}

function answerOf({ replica, seq, actor, stamp }: Entry): NonNullable<Redaction['answer']> {
  return { ref: entryRef(replica, seq), by: actor, at: stamp.wall };
}

/** What confirmed orders say of each entry; where several name one, the first counts. */
export function confirmedEntries(redactions: readonly Redaction[]): ReadonlyMap<EntryRef, RedactedEntry> {
  const confirmed = redactions.filter(({ state }) => state === 'confirmed');
  return new Map(
    confirmed
      .flatMap(({ entries }) => entries)
      .toReversed()
      .map((named) => [named.entry, named]),
  );
}

/** Is it what the order says that is left of the entry? */
export function isOrdered(stub: Entry, order: RedactedEntry | undefined): boolean {
  if (!order || entryRef(stub.replica, stub.seq) !== order.entry) return false;
  try {
    return stubDigest(stub) === order.stub;
  } catch {
    // It has no canonical form, so no order could name it.
    return false;
  }
}

/** An entry whose contents are missing though no confirmed order says so: it is kept, and changes nothing. */
const withheld = { kind: 'withheld' } as unknown as Entry['body'];

/** The entry as it counts: without contents where a confirmed order names it, whether they are still here or not (RED-105, RED-106). */
export function countingEntry(entry: Entry, orders: ReadonlyMap<EntryRef, RedactedEntry>): Entry {
  const order = orders.get(entryRef(entry.replica, entry.seq));
  if (entry.body.kind !== 'redacted') return (order && stubOf(entry, order.keep)) ?? entry;
  return isOrdered(entry, order) ? entry : { ...entry, body: withheld };
}

/** The entries of a record as they count. */
export function countingEntries(
  sorted: readonly Entry[],
  redactions: readonly Redaction[],
): readonly Entry[] {
  if (redactions.length === 0 && !sorted.some(({ body }) => body.kind === 'redacted')) return sorted;
  const orders = confirmedEntries(redactions);
  return sorted.map((entry) => countingEntry(entry, orders));
}
