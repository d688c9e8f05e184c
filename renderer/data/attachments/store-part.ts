import type { BlobRow, OutpostDatabase } from '../database.ts';
import { chunksOf, chunkSize } from './blobs.ts';
import { withRange, type Range } from './ranges.ts';

export interface ArrivedPart {
  readonly hash: string;
  /** Of the whole. */
  readonly size: number;
  /** Where the part begins. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * Stores a part that came from a hub or a bundle, wherever in the content it belongs. Nothing is written where the content came
 * from elsewhere meanwhile. True when all bytes are here; they are not checked yet.
 */
export function storePart(
  database: OutpostDatabase,
  { hash, size, offset, bytes }: ArrivedPart,
): Promise<boolean> {
  const { blobs, chunks } = database;
  return database.transaction('rw', blobs, chunks, async () => {
    const row = await blobs.get(hash);
    if (row && row.state !== 'partial') return false;
    if (offset + bytes.length > size) return false;
    // Nothing of another size belongs to it.
    const isOther = row !== undefined && row.size !== size;
    if (isOther) await chunksOf(database, hash).delete();
    const end = offset + bytes.length;
    for (let index = Math.floor(offset / chunkSize); index * chunkSize < end; index += 1) {
      const start = index * chunkSize;
      const known = (await chunks.get([hash, index]))?.bytes;
      const chunk = new Uint8Array(Math.min(chunkSize, size - start));
      if (known) chunk.set(known.subarray(0, chunk.length));
      const from = Math.max(offset, start);
      chunk.set(bytes.subarray(from - offset, Math.min(end, start + chunk.length) - offset), from - start);
      await chunks.put({ hash, index, bytes: chunk });
    }
    const here = withRange(isOther ? [] : rangesOf(row), [offset, end]);
    const [first, ...others] = here[0]?.[0] === 0 ? here : [[0, 0] as const, ...here];
    const received = first?.[1] ?? 0;
    await blobs.put({
      hash,
      state: 'partial',
      hubs: [],
      ...row,
      size,
      received,
      beyond: others.length > 0 ? others : undefined,
    });
    return received === size;
  });
}

function rangesOf(row: BlobRow | undefined): readonly Range[] {
  if (!row) return [];
  const { received, beyond = [] } = row;
  return received > 0 ? [[0, received], ...beyond] : beyond;
}
