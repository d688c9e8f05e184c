import type { Entry } from '../changelog/entry.ts';
import { compareEntries } from '../changelog/fold.ts';
import type { Heard } from './heard.ts';

/** When something may really have happened, epoch ms, both ends included. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** Entries of a log that show whether its clock jumped back. */
export const lookedBack = 500;
/** More changes than this whose order is not known are not told apart. */
const mostUnsure = 24;
/** Clocks that differ by less are right, ms: as much as requests to a hub may be off. */
const slack = 5 * 60_000;

/**
 * When an entry was written, as far as it can be known. Its author's clock is believed unless it is proven wrong: the entry came before it
 * was written, or claims to be older than what its author had in front of them.
 * @param knew the latest claim of what the author had in front of them; -Infinity where nothing is known.
 */
export function spanOf({ entry, receivedAt = Infinity }: Heard, knew: number): Span {
  const { wall } = entry.stamp;
  if (wall > receivedAt + slack) return { from: -Infinity, until: receivedAt };
  if (wall + slack < knew) return { from: wall, until: receivedAt };
  return { from: wall, until: wall };
}

/** The latest believable claim among entries of the same record that an author had in front of them: their counters are lower. */
export function knownBefore({ stamp }: Entry, others: readonly Heard[]): number {
  return latestClaim(others.filter(({ entry }) => entry.stamp.counter < stamp.counter));
}

/** The latest time that entries claim, without claims that were proven wrong. */
export function latestClaim(entries: readonly Heard[]): number {
  return entries.reduce(
    (latest, { entry, receivedAt = Infinity }) => Math.max(latest, Math.min(entry.stamp.wall, receivedAt)),
    -Infinity,
  );
}

/** Was `fact` written before `entry`, after it, or may it have been either? In one log the numbers tell. */
export type Order = 'before' | 'after' | 'unsure';

/** A right that is given counts so much earlier, ms: clocks of one unit differ. */
export const grace = 24 * 60 * 60_000;

export function orderOf(fact: Entry, factSpan: Span, entry: Entry, span: Span): Order {
  if (fact.replica === entry.replica) return fact.seq < entry.seq ? 'before' : 'after';
  if (factSpan.until < span.from) return 'before';
  return factSpan.from > span.until + grace ? 'after' : 'unsure';
}

/** What may have been known of a record when the entry was written: all that is certain, and more and more of what is not. */
export function knownWithin(
  facts: readonly Heard[],
  heard: Heard,
  span: Span,
): readonly (readonly Heard[])[] {
  const orders = facts.map((fact) => {
    const own = spanOf(fact, knownBefore(fact.entry, facts));
    return [fact, orderOf(fact.entry, own, heard.entry, span)] as const;
  });
  const before = orders.filter(([, order]) => order === 'before').map(([fact]) => fact);
  const unsure = orders
    .filter(([, order]) => order === 'unsure')
    .map(([fact]) => fact)
    .sort((a, b) => compareEntries(a.entry, b.entry));
  const counts = [...unsure.slice(0, mostUnsure).keys(), unsure.length];
  return counts.map((count) => [...before, ...unsure.slice(0, count)]);
}
