import { chainEntries, noHead, type Draft } from '#shared/changelog/chain.ts';
import { hashEntry } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { entryRef, parseEntryRef } from '#shared/kernel/ids.ts';
import { forkedReplicaId } from '#shared/sync/fork.ts';

/** Entries of one replica that follow each other, and the hash of the last. */
export interface ForkedLog {
  readonly entries: readonly [Entry, ...Entry[]];
  readonly hash: string;
}

/**
 * The end of a log under the name that its first entry gives it, from 1 on; what they say of each other is renamed with them.
 * @param entries follow each other.
 */
export function renamedFork(entries: readonly Entry[]): ForkedLog {
  const [first] = entries;
  if (!first) throw new Error('A fork has at least one entry.');
  const { replica: old, seq: from } = first;
  const replica = forkedReplicaId(old, hashEntry(first));
  const rename = (text: string) => {
    const named = text.startsWith(old) ? parseEntryRef(text) : undefined;
    if (named?.replica !== old || named.seq < from) return text;
    return entryRef(replica, named.seq - from + 1);
  };
  const { entries: moved, head } = chainEntries(
    replica,
    noHead,
    entries.map((entry) => renamed(draftOf(entry), rename) as Draft),
  );
  const [start, ...rest] = moved;
  if (!start) throw new Error('A fork has at least one entry.');
  return { entries: [start, ...rest], hash: head.hash };
}

/** All that the author said, of any version; the rest is the place in the chain. */
function draftOf(entry: Entry): object {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => !places.has(name)));
}

const places: ReadonlySet<string> = new Set(['replica', 'seq', 'prev']);

/** What of a moved fork is not held yet, and what forks off again there. @param held all that is held under its name. */
export function withoutKnown(
  { entries, hash }: ForkedLog,
  held: readonly Entry[],
  heldHash: string,
): { readonly fresh?: ForkedLog; readonly forked?: ForkedLog } {
  // Every entry holds the hash of the one before it, so the first pair that differs is where they part.
  const shared = Math.min(entries.length, held.length);
  let same = 0;
  while (same < shared && hashAt(entries, hash, same) === hashAt(held, heldHash, same)) same += 1;
  const [next, ...rest] = entries.slice(same);
  if (!next) return {};
  if (same === held.length) return { fresh: { entries: [next, ...rest], hash } };
  return { forked: renamedFork([next, ...rest]) };
}

function hashAt(entries: readonly Entry[], last: string, index: number): string {
  return entries[index + 1]?.prev ?? last;
}

/** Texts that are names, wherever they stand. */
function renamed(value: unknown, rename: (text: string) => string): unknown {
  if (typeof value === 'string') return rename(value);
  if (Array.isArray(value)) return value.map((one) => renamed(one, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, rename)]));
}
