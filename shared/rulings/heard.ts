import type { Entry } from '../changelog/entry.ts';
import type { EntryRef, ReplicaId } from '../kernel/ids.ts';

/** An entry as somebody holds it: a hub, or a device. */
export interface Heard {
  readonly entry: Entry;
  /** Grows with the order in which entries came here. */
  readonly arrival: number;
  /** When it came, epoch ms by the holder's clock; absent where that is not known. */
  readonly receivedAt?: number;
}

export interface KnownReplica {
  readonly kind: 'device' | 'hub';
  /** When it was enrolled, epoch ms by the holder's clock; absent where that is not known. */
  readonly enrolledAt?: number;
}

/** What was found of an entry; an entry that was not looked at yet proves nothing. */
export type Finding = 'stands' | 'aside' | undefined;

/** What the judge reads. All of it may be asked again and again, so the holder keeps at hand what it can. */
export interface JudgeSource {
  /** All entries of a record, in any order. */
  readonly entries: (record: string) => Promise<readonly Heard[]>;
  /** Ids of all records of a type. */
  readonly records: (type: string) => Promise<readonly string[]>;
  /** The entries of a log just before `seq`, the oldest first, at most so many. */
  readonly before: (replica: ReplicaId, seq: number, most: number) => Promise<readonly Heard[]>;
  readonly finding: (ref: EntryRef) => Finding;
  readonly replica: (id: ReplicaId) => Promise<KnownReplica | undefined>;
}

/** What becomes of an entry. */
export type Verdict =
  | { readonly verdict: 'stands' }
  /** What it is about is not here yet: it counts, and is to be judged again. */
  | { readonly verdict: 'waits' }
  | { readonly verdict: 'aside'; readonly code: string; readonly reason: string };

export const stands: Verdict = { verdict: 'stands' };
export const waits: Verdict = { verdict: 'waits' };
