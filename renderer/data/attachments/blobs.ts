import { Dexie } from 'dexie';
import { hashPieces } from '#shared/kernel/canonical.ts';
import type { BlobRow, OutpostDatabase } from '../database.ts';
import type { FileKey } from './file-key.ts';

/** Bytes of a stored piece. */
export const chunkSize = 262_144;

/** All pieces of one content. */
export function chunksOf(database: OutpostDatabase, hash: string) {
  return database.chunks.where('[hash+index]').between([hash, Dexie.minKey], [hash, Dexie.maxKey]);
}

/** Throws a content away, with whatever is here of it; where a state is named, only if it is in that state. */
export function removeBlob(database: OutpostDatabase, hash: string, state?: BlobRow['state']): Promise<void> {
  return database.transaction('rw', database.blobs, database.chunks, async () => {
    if (state && (await database.blobs.get(hash))?.state !== state) return;
    await database.blobs.delete(hash);
    await chunksOf(database, hash).delete();
  });
}

/** Is there a record that names the content? */
export async function isNamed(database: OutpostDatabase, hash: string): Promise<boolean> {
  const naming = database.records.where('files').between([hash, Dexie.minKey], [hash, Dexie.maxKey]);
  return (await naming.limit(1).count()) > 0;
}

/** What all records name: of each content one key, with its newest time. */
export async function namedFiles(database: OutpostDatabase): Promise<readonly FileKey[]> {
  const keys = (await database.records.orderBy('files').uniqueKeys()) as unknown as readonly FileKey[];
  // They come in order, so the newest of a content comes last.
  return [...new Map(keys.map((key) => [key[0], key])).values()];
}

/** Bytes from `start` on, at most so many; cut at the end of what is here. */
export async function readBytes(
  database: OutpostDatabase,
  hash: string,
  start: number,
  most: number,
): Promise<Uint8Array> {
  const [first, last] = [Math.floor(start / chunkSize), Math.floor((start + most - 1) / chunkSize)];
  const rows = await database.chunks
    .where('[hash+index]')
    .between([hash, first], [hash, last], true, true)
    .toArray();
  const bytes = joined(rows.map((row) => row.bytes));
  const from = start - first * chunkSize;
  return bytes.subarray(from, from + most);
}

/** Does what is stored have the hash that it is stored under? Read piece by piece. */
export async function isIntact(
  database: OutpostDatabase,
  { hash, size }: Pick<BlobRow, 'hash' | 'size'>,
): Promise<boolean> {
  const found = hashPieces();
  for (let index = 0; index * chunkSize < size; index += 1) {
    const row = await database.chunks.get([hash, index]);
    if (!row) return false;
    found.update(row.bytes);
  }
  return found.hex() === hash;
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
