import { hashEntry } from '../changelog/codec.ts';
import type { Entry, ForkPoint } from '../changelog/entry.ts';
import { hashBytes, toBase64Url } from '../kernel/canonical.ts';
import { isStamp, type Stamp } from '../kernel/clock.ts';
import { isReplicaId, type ReplicaId } from '../kernel/ids.ts';
import { encodeUtf8 } from '../kernel/platform.ts';

const idBytes = 8;

/**
 * The replica id under which entries go on that forked off a log. Whoever holds them and finds the fork comes to the same id, so
 * the entries are the same wherever they were moved. @param hash of the first entry that differs from the log that kept the id.
 */
export function forkedReplicaId(replica: ReplicaId, hash: string): ReplicaId {
  return toBase64Url(hashBytes(encodeUtf8(`outpost-fork/1 ${replica} ${hash}`)).subarray(0, idBytes));
}

/**
 * Of two entries with one number in one log: does the branch of the first keep the replica id? The one that was written earlier by its
 * own clock does, because more may have been built on it; the smaller hash where that is equal. Everybody decides alike, whatever came first.
 */
export function keepsId(one: Entry, other: Entry): boolean {
  const [a, b] = [timesOf(one), timesOf(other)];
  if (a.wall !== b.wall) return a.wall < b.wall;
  if (a.counter !== b.counter) return a.counter < b.counter;
  return hashEntry(one) <= hashEntry(other);
}

/** Entries come from anywhere: what is no time is the latest. */
function timesOf({ stamp }: Entry): Stamp {
  return isStamp(stamp) ? stamp : { wall: Infinity, counter: Infinity };
}

/** Where the log that the entry begins forked off; undefined where it is no such entry. */
export function forkPointOf({ seq, fork }: Entry): ForkPoint | undefined {
  const isSound =
    seq === 1 &&
    typeof fork === 'object' &&
    isReplicaId(fork.replica) &&
    Number.isSafeInteger(fork.seq) &&
    fork.seq > 0 &&
    typeof fork.prev === 'string';
  return isSound ? fork : undefined;
}
