import { chainEntries, noHead, type Draft, type Head } from '../changelog/chain.ts';
import { hashEntry } from '../changelog/codec.ts';
import type { Entry } from '../changelog/entry.ts';
import { entryRef, parseEntryRef, type ReplicaId } from '../kernel/ids.ts';
import { forkedReplicaId, forkPointOf } from './fork.ts';

/** Entries of one replica that follow each other, and the hash of the last. */
export interface Branch {
  readonly entries: readonly [Entry, ...Entry[]];
  readonly hash: string;
}

/** Where entries stand: the names that they have are those from a number on in a log. */
interface Place {
  readonly replica: ReplicaId;
  readonly seq: number;
}

/**
 * The end of a log under the name that its first entry gives it, from 1 on; what they say of each other is renamed with them. The first
 * one tells where it stood.
 * @param entries follow each other.
 */
export function renamedFork({ entries }: Branch): Branch {
  const [first] = entries;
  const { replica: old, seq, prev } = first;
  const replica = forkedReplicaId(old, hashEntry(first));
  const drafts = renamedDrafts(entries, { replica: old, seq }, { replica, seq: 1 });
  const [start, ...rest] = drafts;
  return chained(replica, noHead, [{ ...start, fork: { replica: old, seq, prev } }, ...rest]);
}

/** The same backwards: the entries of a log that forked off as they stood in the one that they were written in. Undefined where it did not fork off. */
export function restoredFork({ entries }: Branch): Branch | undefined {
  const [first] = entries;
  const point = forkPointOf(first);
  if (!point) return undefined;
  const { replica, seq, prev } = point;
  const drafts = renamedDrafts(entries, { replica: first.replica, seq: 1 }, { replica, seq });
  const restored = chained(replica, { seq: seq - 1, hash: prev }, drafts);
  return forkedReplicaId(replica, hashEntry(restored.entries[0])) === first.replica ? restored : undefined;
}

type Drafts = readonly [Draft, ...Draft[]];

function renamedDrafts(entries: Branch['entries'], from: Place, to: Place): Drafts {
  const rename = (text: string) => {
    const named = text.startsWith(from.replica) ? parseEntryRef(text) : undefined;
    if (named?.replica !== from.replica || named.seq < from.seq) return text;
    return entryRef(to.replica, named.seq - from.seq + to.seq);
  };
  const [first, ...rest] = entries.map((entry) => renamed(draftOf(entry), rename) as Draft);
  if (!first) throw new Error('A fork has at least one entry.');
  return [first, ...rest];
}

function chained(replica: ReplicaId, head: Head, drafts: Drafts): Branch {
  const { entries, head: end } = chainEntries(replica, head, drafts);
  const [first, ...rest] = entries;
  if (!first) throw new Error('A fork has at least one entry.');
  return { entries: [first, ...rest], hash: end.hash };
}

/** All that the author said, of any version; the rest is the place in the chain. */
function draftOf(entry: Entry): object {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => !places.has(name)));
}

const places: ReadonlySet<string> = new Set(['replica', 'seq', 'prev', 'fork']);

/** Texts that are names, wherever they stand. */
function renamed(value: unknown, rename: (text: string) => string): unknown {
  if (typeof value === 'string') return rename(value);
  if (Array.isArray(value)) return value.map((one) => renamed(one, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, rename)]));
}
