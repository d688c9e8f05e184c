import type { Entry } from '../changelog/entry.ts';
import { packEntries, type PackOptions } from '../changelog/pack/pack.ts';
import {
  completePack,
  headOfPack,
  unpackEntries,
  type Unpacked,
  type UnpackOptions,
} from '../changelog/pack/unpack.ts';
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

/**
 * A run that was packed without the hash before it, with that hash: who holds the entry before passes it on so that others can open it.
 * @throws ProblemError OUT-SYN-001, OUT-SYN-003, OUT-SYN-009 where the run continues another history.
 */
export function completeRun(run: PackedRun, prev: string): PackedRun {
  return { ...run, bytes: completePack(run.bytes, prev) };
}

/** A run as it travels. */
export function toPackedRun({ replica, entries, signature }: Run, options?: PackOptions): PackedRun {
  const from = entries[0]?.seq ?? 0;
  const bytes = packRun(entries, options);
  return { replica, from, to: from + entries.length - 1, bytes, ...(signature ? { signature } : {}) };
}

/** As many of the entries, from the first on, as make a run of at most so many bytes; one at least. */
export function packWithin(
  entries: readonly Entry[],
  most: number,
  options?: PackOptions,
): { bytes: Uint8Array; count: number } {
  let count = entries.length;
  for (;;) {
    const bytes = packRun(entries.slice(0, count), options);
    if (bytes.length <= most || count === 1) return { bytes, count };
    const share = Math.min(0.9, (most / bytes.length) * 0.95);
    count = Math.max(1, Math.floor(count * share));
  }
}

/** Reads replica and numbers from a run's bytes of any format, without unpacking them. @throws ProblemError OUT-SYN-001. */
export function packedRunOf(bytes: Uint8Array, signature?: Uint8Array): PackedRun {
  return { ...headOfPack(bytes), bytes, ...(signature ? { signature } : {}) };
}
