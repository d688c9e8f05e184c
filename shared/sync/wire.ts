import type { Entry } from '../changelog/entry.ts';
import { packEntries, type PackOptions } from '../changelog/pack/pack.ts';
import { headOfPack, unpackEntries, type Unpacked, type UnpackOptions } from '../changelog/pack/unpack.ts';
import type { PackedRun, Run } from './run.ts';

/** Entries of one replica that follow each other, as bytes. @throws Error where they do not. */
export function packRun(entries: readonly Entry[], options?: PackOptions): Uint8Array {
  return packEntries(entries, options);
}

/**
 * Reads what `packRun` wrote, in memory bounded by the limits. Numbers and hashes are computed anew, so the chain within the run always fits;
 * that the run continues a log is checked where `prev` is given, whose it is by `verifyHead` over the head.
 * @throws ProblemError OUT-SYN-001 damaged, OUT-SYN-003 newer version, OUT-SYN-004 beyond limits, OUT-SYN-005 the hash before the first entry
 * is needed, OUT-SYN-009 the run continues another history than `prev`.
 */
export function unpackRun(bytes: Uint8Array, options?: UnpackOptions): readonly Entry[] {
  return unpackEntries(bytes, options).entries;
}

/** The same with the head at the last entry, which the author signed. */
export function openRun(bytes: Uint8Array, options?: UnpackOptions): Unpacked {
  return unpackEntries(bytes, options);
}

/** A run as it travels. */
export function toPackedRun({ replica, entries, signature }: Run, options?: PackOptions): PackedRun {
  const from = entries[0]?.seq ?? 0;
  const bytes = packRun(entries, options);
  return { replica, from, to: from + entries.length - 1, bytes, ...(signature ? { signature } : {}) };
}

/** Reads replica and numbers from a run's bytes, without unpacking them. @throws ProblemError OUT-SYN-001, OUT-SYN-003. */
export function packedRunOf(bytes: Uint8Array, signature?: Uint8Array): PackedRun {
  return { ...headOfPack(bytes), bytes, ...(signature ? { signature } : {}) };
}
