import type { ExchangeResponse, RefusedRun } from './message.ts';
import type { PackedRun } from './run.ts';
import { heldOf, type Vector } from './vector.ts';

/** What one side remembers of the other. */
export interface Agreement {
  /**
   * What both hold exactly alike: entries that went from one to the other, or were compared. Numbers alone would not tell that a copy of
   * a device wrote others.
   */
  readonly agreed: Vector;
  /** Of the other side, when that was found. */
  readonly epoch: string | undefined;
}

/** What became here of the runs that an answer brought. */
export interface Taken {
  /** Number up to which the runs of a replica stand here under its name. */
  readonly reached: Vector;
  /** Replicas whose runs did not continue what is held here. */
  readonly strange: readonly string[];
  /** Number up to which a log is still what it was: the rest was moved because of a fork. */
  readonly shortened: Vector;
}

/**
 * Logs of which the other side says that it holds as much, where nobody has compared: they came here and there on different ways. The
 * newest entry of each tells: it names the hash of the one before, and so of all.
 */
export function unsureLogs(theirs: Vector, { agreed }: Agreement, local: Vector): readonly string[] {
  return Object.keys(local)
    .filter((replica) => heldOf(theirs, replica) >= heldOf(local, replica))
    .filter((replica) => heldOf(local, replica) > heldOf(agreed, replica));
}

/** What is known to be the same after a message there and back. */
export function agreedAfter(
  before: Agreement,
  offered: readonly PackedRun[],
  response: Pick<ExchangeResponse, 'epoch' | 'have' | 'refused'>,
  taken: Taken,
): { readonly agreed: Vector; readonly epoch: string } {
  const refused = new Map(response.refused.map((run) => [run.replica, run]));
  // A hub that was restored may have heard something else since, and one that moved a fork holds something else.
  const agreed: Record<string, number> = before.epoch === response.epoch ? { ...before.agreed } : {};
  const raise = (replica: string, seq: number) => (agreed[replica] = Math.max(heldOf(agreed, replica), seq));
  const lower = (replica: string, seq: number) => (agreed[replica] = Math.min(heldOf(agreed, replica), seq));
  for (const { replica, to } of offered) {
    if (!refused.has(replica) && heldOf(response.have, replica) >= to) raise(replica, to);
  }
  for (const replica of Object.keys(taken.shortened)) lower(replica, heldOf(taken.shortened, replica));
  for (const [replica, seq] of Object.entries(taken.reached)) raise(replica, seq);
  for (const replica of taken.strange) lower(replica, 0);
  for (const { replica, code, seq = 1 } of refused.values()) {
    if (code === 'OUT-SYN-020') lower(replica, seq - 1);
  }
  return { agreed, epoch: response.epoch };
}

/** Offers a single entry by its number. @returns why it was refused, undefined where it was not; `false` where it could not be offered. */
export type Probe = (seq: number) => Promise<RefusedRun | undefined | false>;

/**
 * Asks about single entries, by halves: the first of a log that the other side holds otherwise, and whose branch keeps the name there.
 * `settled` where there is none any more: the other side moves its own branch where it is offered the first entry of one that wins.
 * @param last number of the newest entry held here.
 */
export async function findFork(last: number, probe: Probe): Promise<number | 'settled' | 'unknown'> {
  let same = 0;
  let different = last + 1;
  let isOther = false;
  while (different - same > 1) {
    const middle = Math.floor((same + different) / 2);
    const refusal = await probe(middle);
    if (refusal === false) return 'unknown';
    if (refusal === undefined) same = middle;
    else if (refusal.code === 'OUT-SYN-020' && refusal.seq === middle) return middle;
    // With OUT-SYN-005 the other side holds less than that.
    else if (refusal.code === 'OUT-SYN-020' || refusal.code === 'OUT-SYN-005') {
      different = middle;
      isOther = refusal.code === 'OUT-SYN-020';
    } else return 'unknown';
  }
  return isOther ? 'unknown' : 'settled';
}
