import type { Head } from '#shared/changelog/chain.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { KeyRing } from '#shared/trust/key-ring.ts';

/** One thing that is not as it was written: the entry or record it is about, where one can be named. */
export interface VerifyFault {
  readonly problem: Problem;
  readonly replica?: string;
  readonly seq?: number;
  /** Record id. */
  readonly record?: string;
}

/** `all`: from the first entry on; `news`: what no run has verified yet, and a sample of the rest. */
export type VerifyReach = 'all' | 'news';

export interface VerifyResult {
  readonly reach: VerifyReach;
  /** Epoch ms of its end. */
  readonly at: number;
  readonly milliseconds: number;
  /** Entries of the log up to the newest that was looked at, and those of them that stand under a signature that was checked. */
  readonly entries: number;
  readonly signed: number;
  /** What this run read. */
  readonly rowsRead: number;
  readonly recordsRead: number;
  /** Of the entries of those records, how many have no contents because two administrators had them removed. */
  readonly redacted?: number;
  /** In the order in which they were found: the log by arrival, then the records; the first hundred. */
  readonly faults: readonly VerifyFault[];
  /** Of all faults. */
  readonly faultCount: number;
}

/** Up to where all is known to be whole, and what the next run goes on from. */
export interface VerifyMark {
  /** Arrival number. */
  readonly upTo: number;
  readonly entries: number;
  readonly heads: Readonly<Record<string, Head>>;
  /** Number of the last entry of each replica that stands under a checked signature. */
  readonly signed: Readonly<Record<string, number>>;
}

export interface Verified {
  readonly result: VerifyResult;
  /** Absent where faults were found: the next run looks at all again. */
  readonly mark?: VerifyMark;
}

export interface VerifyProgress {
  readonly phase: 'log' | 'records';
  readonly done: number;
  readonly total: number;
}

export interface VerifyOrder {
  readonly reach: VerifyReach;
  /** Every row was encrypted here: one in the clear is none of ours. */
  readonly mustBeSealed: boolean;
}

/** What the page sends to the worker of a run. */
export interface VerifyStart {
  readonly database: string;
  readonly ring: KeyRing;
  readonly order: VerifyOrder;
}

/** What comes back: progress, then one of the others. `skipped`: another window is at it. */
export type VerifyMessage =
  | { readonly progress: VerifyProgress }
  | { readonly verified: Verified }
  | { readonly skipped: true }
  | { readonly fault: string };
