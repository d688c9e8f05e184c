import { createHash } from 'node:crypto';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { BlobPlace, BlobState } from '../storage/shelves/blobs.ts';
import type { Shelves, Storage } from '../storage/storage.ts';

export interface BlobPart {
  /** Of the whole, bytes. */
  readonly size: number;
  /** Where the part begins. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

export interface StoreOptions {
  /** Epoch ms. */
  readonly now: number;
  /** Bytes of one content. */
  readonly limit: number;
  /** It has to begin where what is held ends: parts over a network, which are not kept twice. */
  readonly isInOrder: boolean;
}

/**
 * Stores a part of an attachment. Once all of it is there it is checked against its hash, and others see it.
 * @returns what is held then.
 * @throws ProblemError OUT-SYN-036 where it is something else (it is thrown away), OUT-SYN-037 where the part does not fit, OUT-SYN-038 beyond the limit.
 */
export async function storePart(
  storage: Storage,
  place: BlobPlace,
  part: BlobPart,
  { now, limit, isInOrder }: StoreOptions,
): Promise<BlobState> {
  const { size, offset, bytes } = part;
  if (size > limit) throw new ProblemError(problem('OUT-SYN-038', { limit }));
  const isLast =
    !isInOrder || offset + bytes.length >= size || (await storage.blobs.reachesBeyond(place, offset));
  const work = (shelves: Shelves) => addPart(shelves, place, part, now, isInOrder);
  // Only what may make it whole takes the lock of the workspace, and wakes those who wait for news.
  const state = await (isLast ? storage.inWorkspace(place.workspace, work) : storage.inTransaction(work));
  if (state === 'damaged') throw new ProblemError(problem('OUT-SYN-036', { hash: place.hash }));
  return state;
}

async function addPart(
  { blobs }: Shelves,
  place: BlobPlace,
  { size, offset, bytes }: BlobPart,
  now: number,
  isInOrder: boolean,
): Promise<BlobState | 'damaged'> {
  const before = await blobs.claim(place, size, now);
  if (before.isComplete) return before;
  const { received } = before;
  const isFitting =
    before.size === size && offset + bytes.length <= size && (!isInOrder || offset === received);
  if (!isFitting) throw new ProblemError(problem('OUT-SYN-037', { received, offset }));
  await blobs.fill(place, offset, bytes);
  const after = await blobs.extend(place, received);
  if (after < size) return { size, received: after, isComplete: false };
  if ((await hashStored({ blobs }, place)) !== place.hash) {
    await blobs.remove(place);
    return 'damaged';
  }
  await blobs.complete(place, now);
  return { size, received: size, isComplete: true };
}

async function hashStored({ blobs }: Pick<Shelves, 'blobs'>, place: BlobPlace): Promise<string> {
  const hash = createHash('sha256');
  let start = 0;
  for (;;) {
    const bytes = await blobs.read(place, start);
    if (bytes === undefined) return hash.digest('hex');
    hash.update(bytes);
    start += bytes.length;
  }
}
