import { problem, type Problem } from '../kernel/errors.ts';
import { hashEntry } from './codec.ts';
import type { Entry } from './entry.ts';

/** End of a replica's log: its highest number and the hash of that entry. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const noHead: Head = { seq: 0, hash: '' };

/** What the writer decides; number, chain and hash are added by `chainEntries`. */
export type Draft = Omit<Entry, 'replica' | 'seq' | 'prev'>;

/** Appends drafts to a replica's chain. Returns the entries and the new head. */
export function chainEntries(
  replica: string,
  head: Head,
  drafts: readonly Draft[],
): { entries: readonly Entry[]; head: Head } {
  let { seq, hash } = head;
  const entries = drafts.map((draft) => {
    const entry: Entry = { replica, seq: seq + 1, prev: hash, ...draft };
    seq += 1;
    hash = hashEntry(entry);
    return entry;
  });
  return { entries, head: { seq, hash } };
}

/**
 * Checks that entries continue a replica's chain without a gap and unaltered. Good entries before the first bad one are
 * returned as `good`; the problem names the bad one.
 */
export function checkChain(
  head: Head,
  entries: readonly Entry[],
): { good: number; head: Head; fault?: Problem } {
  let { seq, hash } = head;
  for (const [index, entry] of entries.entries()) {
    const where = { replica: entry.replica, seq: entry.seq, source: 'another device or a backup' };
    const stop = (fault: Problem) => ({ good: index, head: { seq, hash }, fault });
    if (entry.seq !== seq + 1) return stop(problem('OUT-LOG-002', { ...where, expected: seq + 1 }));
    if (entry.prev !== hash) return stop(problem('OUT-LOG-001', where));
    try {
      hash = hashEntry(entry);
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      return stop(problem('OUT-LOG-004', { ...where, fault }));
    }
    seq = entry.seq;
  }
  return { good: entries.length, head: { seq, hash } };
}
