import { ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { mostHolds, type BundleFiles, type FileSource } from '#shared/sync/bundle-files.ts';
import { addTallies, noFiles, smallAndNewFirst, type FileTally } from '#shared/sync/files.ts';
import type { ReplicaRow } from '../storage/tables.ts';
import type { Storage } from '../storage/storage.ts';
import type { Hub } from './hub.ts';
import { storePart } from './store-blob.ts';

export interface FilesWish {
  /** Bytes of one attachment at most; absent or 0: none. */
  readonly largestFile?: number | undefined;
  /** Whole since, epoch ms, whether the receiver has it or not; absent: what it is not known to hold. */
  readonly since?: number | undefined;
}

/** The attachments that a bundle for a replica is to bring, small and new ones first. */
export async function* sourcesFor(
  { blobs }: Storage,
  { workspace, replica }: ReplicaRow,
  { largestFile = 0, since }: FilesWish,
): AsyncGenerator<FileSource> {
  if (largestFile === 0) return;
  const found = await blobs.list({
    workspace,
    largest: largestFile,
    since,
    notHeldBy: since === undefined ? replica : undefined,
  });
  for (const { hash, size } of found.map((one) => ({ ...one, at: one.number })).sort(smallAndNewFirst)) {
    yield { hash, size, read: (offset, most) => readBytes(blobs, { workspace, hash }, offset, most) };
  }
}

/** Hashes of the newest contents that are held here. */
export async function newestHeld({ blobs }: Storage, workspace: string): Promise<readonly string[]> {
  const after = Math.max(0, (await blobs.last(workspace)) - mostHolds);
  return (await blobs.list({ workspace, after })).map(({ hash }) => hash);
}

export interface TakenFiles {
  /** Attachments that became whole, and all bytes of pieces that were taken. */
  readonly files: FileTally;
  /** Attachments that were not taken, and why. */
  readonly faults: readonly Problem[];
}

/** Takes in what a part brings of attachments; what is wrong with one stops nothing else. */
export async function takeFiles(
  { storage, clock, limits }: Hub,
  { workspace, replica }: Pick<ReplicaRow, 'workspace' | 'replica'>,
  { pieces, holds }: BundleFiles,
): Promise<TakenFiles> {
  let files = noFiles;
  const faults = new Map<string, Problem>();
  for (const { hash, ...part } of pieces) {
    const place = { workspace, hash };
    if (faults.has(hash) || (await storage.blobs.state(place))?.isComplete) continue;
    try {
      const options = { now: clock.now(), limit: limits.blob, isInOrder: false };
      const { isComplete } = await storePart(storage, place, part, options);
      files = addTallies(files, { count: isComplete ? 1 : 0, bytes: part.bytes.length });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      faults.set(hash, error.problem);
    }
  }
  await storage.blobHolders.note(workspace, replica, holds);
  return { files, faults: [...faults.values()] };
}

async function readBytes(
  blobs: Storage['blobs'],
  place: Parameters<Storage['blobs']['read']>[0],
  offset: number,
  most: number,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (let got = 0; got < most;) {
    const piece = (await blobs.read(place, offset + got))?.subarray(0, most - got);
    if (piece === undefined) break;
    pieces.push(piece);
    got += piece.length;
  }
  return Buffer.concat(pieces);
}
