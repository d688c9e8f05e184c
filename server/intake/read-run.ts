import type { Entry } from '#shared/changelog/entry.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { verifyHead } from '#shared/sync/keys.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import type { ReplicaRow } from '../storage/tables.ts';
import { openRun } from '#shared/sync/wire.ts';

/** A run whose content is what it says it is; whether it continues the log is still to be seen. */
export interface ReadRun {
  readonly packed: PackedRun;
  readonly entries: readonly [Entry, ...Entry[]];
  /** Hash of its last entry, base64url. */
  readonly head: string;
  /** Why nothing new is taken of its author. */
  readonly barred?: Problem;
}

/** A run in a newer format than this hub reads: kept and passed on as it is, on the word of who sends it. */
export interface OpaqueRun {
  readonly packed: PackedRun;
  readonly isOpaque: true;
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
  readonly author: Pick<ReplicaRow, 'signKey' | 'revokedAt' | 'kind'> | undefined;
  /** Hash of the entry before the run as the hub holds it; undefined where it holds none. */
  readonly prev: string | undefined;
}

/** Unpacks a run and checks its author's signature. Never throws. */
export function readRun(packed: PackedRun, context: RunContext): ReadRun | OpaqueRun | UnfitRun {
  const { replica, from, to } = packed;
  const { workspace, sender, author, prev } = context;
  const unfit = (fault: Problem): UnfitRun => ({ packed, fault });
  const barred =
    author === undefined || author.revokedAt === null
      ? undefined
      : problem('OUT-SYN-023', { replica, date: new Date(author.revokedAt).toISOString() });
  if (packed.signature === undefined && sender === replica) {
    return unfit(problem('OUT-SYN-021', { replica, seq: to }));
  }
  const opened = open(packed.bytes, prev);
  if ('code' in opened) {
    if (barred) return unfit(barred);
    if (opened.code === 'OUT-SYN-003') return { packed, isOpaque: true };
    return unfit(opened.code === 'OUT-SYN-009' ? problem('OUT-SYN-020', { replica }) : opened);
  }
  const { entries, head } = opened;
  const [first, ...others] = entries;
  if (first?.replica !== replica || first.seq !== from || head.seq !== to) {
    return unfit(problem('OUT-SYN-001', { fault: 'its numbers are others than those it is named by' }));
  }
  const isSigned =
    author === undefined ||
    packed.signature === undefined ||
    verifyHead(author.signKey, { workspace, replica, ...head }, packed.signature);
  const ruling = author?.kind === 'device' && entries.find(({ body }) => body.kind === 'rule');
  if (ruling) return unfit(problem('OUT-RUL-010', { replica, seq: ruling.seq }));
  if (!isSigned) return unfit(problem('OUT-SYN-006', { replica, seq: to }));
  return { packed, entries: [first, ...others], head: head.hash, ...(barred ? { barred } : {}) };
}

/** The hash before the run is taken from the run where it holds it, so that a forked log is found for what it is. */
function open(bytes: Uint8Array, prev: string | undefined): ReturnType<typeof openRun> | Problem {
  const alone = openWith(bytes, {});
  if (!('code' in alone) || alone.code !== 'OUT-SYN-005' || prev === undefined) return alone;
  return openWith(bytes, { prev });
}

function openWith(bytes: Uint8Array, options: { prev?: string }): ReturnType<typeof openRun> | Problem {
  try {
    return openRun(bytes, options);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    return problem('OUT-SYN-001', { fault: error instanceof Error ? error.message : String(error) });
  }
}
