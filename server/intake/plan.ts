import { noHead, type Head } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import { forkPointOf } from '#shared/sync/fork.ts';
import type { RefusedRun } from '#shared/sync/message.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { packRun } from '#shared/sync/wire.ts';
import type { OpaqueRun, ReadRun, UnfitRun } from './read-run.ts';

/** A run to be stored: its first entry follows the end of its replica's log. */
export interface AcceptedRun {
  readonly packed: PackedRun;
  readonly prev: string;
  /** '' where it cannot be read here. */
  readonly head: string;
}

/** A run that parts from the log that is held, or one that begins a log which forked off another. */
export interface ForkedRun {
  readonly run: ReadRun;
  /** First entry that differs. */
  readonly seq?: number;
}

export interface IntakePlan {
  readonly accepted: readonly AcceptedRun[];
  /** To be settled once those are stored, in this order. */
  readonly forked: readonly ForkedRun[];
  readonly refused: readonly RefusedRun[];
  /** What is kept aside of the refused ones. */
  readonly dead: readonly UnfitRun[];
}

/** What the hub holds, for runs that overlap it. */
export interface HeldLog {
  /** Hash of an entry that is held; '' for 0, and where it stands in a run that cannot be read here. */
  hashAt(replica: string, seq: number): Promise<string>;
}

/**
 * Decides what becomes of each run, each replica's in order of its numbers. A run that is refused changes nothing for the runs of other replicas.
 * @param heads ends of the logs, of all replicas that the runs name, as they are under the lock.
 * @param isTold whether the one who offers them hears what was refused.
 */
export async function planIntake(
  runs: readonly (ReadRun | OpaqueRun | UnfitRun)[],
  heads: ReadonlyMap<string, Head>,
  held: HeldLog,
  isTold: boolean,
): Promise<IntakePlan> {
  const ends = new Map(heads);
  const accepted: AcceptedRun[] = [];
  const refused: RefusedRun[] = [];
  const dead: UnfitRun[] = [];
  const forked: ForkedRun[] = [];
  const inOrder = runs.toSorted((a, b) => a.packed.from - b.packed.from);
  for (const run of inOrder) {
    const { replica } = run.packed;
    const end = ends.get(replica) ?? noHead;
    const isBehind = forked.some((one) => one.run.packed.replica === replica);
    const outcome = isBehind && 'entries' in run && !run.barred ? { run } : await judge(run, end, held);
    if ('run' in outcome) forked.push(outcome);
    else if ('head' in outcome) {
      accepted.push(outcome);
      ends.set(replica, { seq: outcome.packed.to, hash: outcome.head });
    } else if ('fault' in outcome) {
      refused.push(refusalOf(run.packed, outcome));
      if (isKept(outcome, isTold)) dead.push({ packed: run.packed, fault: outcome.fault });
    }
  }
  return { accepted, forked: forked.toSorted(byDerivation), refused, dead };
}

export interface Refusal {
  readonly fault: Problem;
  readonly seq?: number;
  /** Nobody can settle it yet. */
  readonly isStuck?: boolean;
  /** It is held under another name. */
  readonly isSettled?: boolean;
}

export function refusalOf({ replica, from }: PackedRun, { fault, seq }: Refusal): RefusedRun {
  const where = seq === undefined ? {} : { seq };
  return { replica, from, code: fault.code, message: fault.message, ...where };
}

/** Logs that forked off others come after those. */
function byDerivation(a: ForkedRun, b: ForkedRun): number {
  const depth = ({ run }: ForkedRun) => Number(run.entries[0].fork !== undefined);
  return depth(a) - depth(b) || a.run.packed.from - b.run.packed.from;
}

async function judge(
  run: ReadRun | OpaqueRun | UnfitRun,
  end: Head,
  held: HeldLog,
): Promise<AcceptedRun | ForkedRun | Refusal | { readonly isKnown: true }> {
  if ('fault' in run) return { fault: run.fault };
  const { packed } = run;
  const { replica, from, to } = packed;
  if (from > end.seq + 1) return { fault: problem('OUT-SYN-005', { replica, seq: from }), seq: end.seq + 1 };
  if ('isOpaque' in run) return judgeOpaque(packed, end);
  const { entries, head, barred } = run;
  if (end.seq === 0 && forkPointOf(entries[0])) return barred ? { fault: barred } : { run };
  const last = Math.min(to, end.seq);
  const overlaps = last >= from;
  const own = overlaps ? hashAt(run, last) : entries[0].prev;
  const ours = overlaps && last < end.seq ? await held.hashAt(replica, last) : end.hash;
  const differs = own !== ours && isKnown(last, ours);
  if (!differs && to <= end.seq) return { isKnown: true };
  // What is held already may be shown again, to see that both hold the same.
  if (barred) return { fault: barred };
  if (differs) return forked(run, last, held);
  if (!overlaps) return { packed, prev: entries[0].prev, head };
  const rest = entries.slice(last - from + 1);
  return {
    packed: { ...packed, from: last + 1, bytes: packRun(rest) },
    prev: end.hash,
    head,
  };
}

/** Finds the first entry that differs, if it is among those offered. */
async function forked(run: ReadRun, last: number, held: HeldLog): Promise<ForkedRun | Refusal> {
  const { replica, from } = run.packed;
  const fault = problem('OUT-SYN-020', { replica });
  const before = await held.hashAt(replica, from - 1);
  if (run.entries[0].prev !== before && isKnown(from - 1, before)) return { fault };
  let same = from - 1;
  let different = last;
  while (different - same > 1) {
    const middle = Math.floor((same + different) / 2);
    const ours = await held.hashAt(replica, middle);
    if (hashAt(run, middle) === ours || !isKnown(middle, ours)) same = middle;
    else different = middle;
  }
  return { run, seq: different };
}

/** Whether the hub knows the hash of the entry; it does not where the entry came in a format that it cannot read. */
function isKnown(seq: number, hash: string): boolean {
  return seq === 0 || hash !== '';
}

/** It cannot be cut: what overlaps has to be offered from where the log ends. */
function judgeOpaque(packed: PackedRun, end: Head): AcceptedRun | Refusal | { readonly isKnown: true } {
  if (packed.to <= end.seq) return { isKnown: true };
  if (packed.from === end.seq + 1) return { packed, prev: end.hash, head: '' };
  const { replica, from } = packed;
  return { fault: problem('OUT-SYN-005', { replica, seq: from }), seq: end.seq + 1 };
}

/** Every entry names the hash of the one before it. */
function hashAt({ packed, entries, head }: ReadRun, seq: number): string {
  const next: Entry | undefined = entries[seq - packed.from + 1];
  return next?.prev ?? head;
}

/**
 * A gap is nothing wrong: what is missing comes first the next time. Nor is a fork where who offered it hears of it, and settles it.
 * @param isTold whether the one who offered it hears what was refused.
 */
export function isKept({ fault, isStuck, isSettled }: Refusal, isTold: boolean): boolean {
  if (isStuck === true || isSettled === true) return isSettled !== true;
  const comesAgain = fault.code === 'OUT-SYN-020' || fault.code === 'OUT-RED-004';
  return fault.code !== 'OUT-SYN-005' && !(isTold && comesAgain);
}
