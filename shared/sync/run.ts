import type { Entry } from '../changelog/entry.ts';
import type { ProblemCode } from '../kernel/errors.ts';
import type { ReplicaId } from '../kernel/ids.ts';

/** Entries of one replica that follow each other. */
export interface Run {
  readonly replica: ReplicaId;
  readonly entries: readonly Entry[];
  /** The author's signature of its head at the last entry (`signHead`), 64 bytes. */
  readonly signature?: Uint8Array;
}

/** A run as it travels and as a hub stores it. Replica and numbers stand in the bytes too, and are read from there. */
export interface PackedRun {
  readonly replica: ReplicaId;
  /** Numbers of its first and last entry. */
  readonly from: number;
  readonly to: number;
  /** As `packRun` writes them. */
  readonly bytes: Uint8Array;
  readonly signature?: Uint8Array;
}

/** Why a run, or its rest from `seq` on, was not taken in. */
export interface RefusedRun {
  readonly replica: ReplicaId;
  /** First number of the run as it was offered. */
  readonly from: number;
  readonly code: ProblemCode;
  readonly message: string;
  /** Where it forks or breaks. */
  readonly seq?: number;
}
