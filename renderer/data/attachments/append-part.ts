import type { OutpostDatabase } from '../database.ts';
import { chunksOf, chunkSize, joined } from './blobs.ts';

export interface ArrivedPart {
  readonly hash: string;
  /** Of the whole. */
  readonly size: number;
  /** Where the part begins. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * Adds a part that came from a hub to what is here. Nothing is written where the content came from elsewhere meanwhile, or stands at
 * another place. True when all bytes are here; they are not checked yet.
 */
export function appendPart(
  database: OutpostDatabase,
  { hash, size, offset, bytes }: ArrivedPart,
): Promise<boolean> {
  const { blobs, chunks } = database;
  return database.transaction('rw', blobs, chunks, async () => {
    const row = await blobs.get(hash);
    if (row && row.state !== 'partial') return false;
    if (row && row.size !== size) {
      // Nothing of another size belongs to it.
      await chunksOf(database, hash).delete();
      await blobs.put({ ...row, size, received: 0 });
      return false;
    }
    if ((row?.received ?? 0) !== offset) return false;
    const first = Math.floor(offset / chunkSize);
    const before = (await chunks.get([hash, first]))?.bytes.subarray(0, offset - first * chunkSize);
    const fresh = joined([before ?? new Uint8Array(), bytes.subarray(0, size - offset)]);
    for (let start = 0; start < fresh.length; start += chunkSize) {
      const piece = fresh.slice(start, start + chunkSize);
      await chunks.put({ hash, index: first + start / chunkSize, bytes: piece });
    }
    const received = Math.min(size, offset + bytes.length);
    await blobs.put({ hash, state: 'partial', hubs: [], ...row, size, received });
    return received === size;
  });
}
