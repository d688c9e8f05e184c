import { hashEntry } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { verifyHead } from '#shared/sync/keys.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { unpackRun, type UnpackOptions } from '#shared/sync/wire.ts';

/** A run whose content is what it says it is; whether it continues the log is still to be seen. */
export interface ReadRun {
  readonly packed: PackedRun;
  readonly entries: readonly [Entry, ...Entry[]];
  /** Hash of its last entry, base64url. */
  readonly head: string;
}

export interface UnfitRun {
  readonly packed: PackedRun;
  readonly fault: Problem;
}

export interface RunContext {
  readonly workspace: string;
  /** Who sends it. */
  readonly sender: string;
  /** Of the run's author; undefined where the hub does not know it: then the sender vouches. */
  readonly author: { readonly signKey: Uint8Array; readonly revokedAt: number | null } | undefined;
  /** Hash of the entry before the run as the hub holds it; undefined where it holds none. */
  readonly prev: string | undefined;
}

/** Unpacks a run and checks its author's signature. Never throws. */
export function readRun(packed: PackedRun, context: RunContext): ReadRun | UnfitRun {
  const { replica, from, to } = packed;
  const { workspace, sender, author, prev } = context;
  const unfit = (fault: Problem): UnfitRun => ({ packed, fault });
  if (author !== undefined && author.revokedAt !== null) {
    return unfit(problem('OUT-SYN-023', { replica, date: new Date(author.revokedAt).toISOString() }));
  }
  if (packed.signature === undefined && sender === replica) {
    return unfit(problem('OUT-SYN-021', { replica, seq: to }));
  }
  const unpacked = unpack(packed.bytes, prev);
  if ('code' in unpacked) return unfit(unpacked);
  const { entries, carriesPrev } = unpacked;
  const [first] = entries;
  const last = entries.at(-1);
  if (first?.replica !== replica || first.seq !== from || last?.seq !== to) {
    return unfit(problem('OUT-SYN-001', { fault: 'its numbers are others than those it is named by' }));
  }
  const head = hashEntry(last);
  const isSigned =
    author === undefined ||
    packed.signature === undefined ||
    verifyHead(author.signKey, { workspace, replica, seq: to, hash: head }, packed.signature);
  if (isSigned) return { packed, entries: [first, ...entries.slice(1)], head };
  // Without the hash before it, a forked log and an altered one look the same: it has to come with it.
  return unfit(
    problem(carriesPrev ? 'OUT-SYN-006' : 'OUT-SYN-005', { replica, seq: carriesPrev ? to : from }),
  );
}

interface Unpacked {
  readonly entries: readonly Entry[];
  /** Whether the hash before the first entry stood in the bytes. */
  readonly carriesPrev: boolean;
}

function unpack(bytes: Uint8Array, prev: string | undefined): Unpacked | Problem {
  const alone = unpackWith(bytes, {});
  if (!('code' in alone)) return { entries: alone, carriesPrev: true };
  if (alone.code !== 'OUT-SYN-005' || prev === undefined) return alone;
  const continued = unpackWith(bytes, { prev });
  return 'code' in continued ? continued : { entries: continued, carriesPrev: false };
}

function unpackWith(bytes: Uint8Array, options: UnpackOptions): readonly Entry[] | Problem {
  try {
    return unpackRun(bytes, options);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    return problem('OUT-SYN-001', { fault: error instanceof Error ? error.message : String(error) });
  }
}
