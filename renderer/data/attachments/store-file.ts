import { hashPieces } from '#shared/kernel/canonical.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { ChunkRow, OutpostDatabase } from '../database.ts';
import { reasonOf, storageProblem } from '../storage-problem.ts';
import { chunksOf, chunkSize, removeBlob } from './blobs.ts';

export interface StoreOptions {
  /** From 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Pieces written at once: few flushes of the disk, and little memory. */
const batch = 16;

/**
 * Reads a file twice, first for its hash, then into the database, in pieces, so that the page stays awake and memory small. What is there
 * already is not written again. Once it resolves, the content is on the disk, and waits for an entry to name it. One file at a time.
 * @returns its SHA-256, hexadecimal
 * @throws ProblemError OUT-ATT-004 no room, OUT-ATT-005 not readable; AbortError when it is cancelled. Nothing is kept of it then.
 */
export async function storeFile(
  database: OutpostDatabase,
  file: File,
  now: number,
  { onProgress, signal }: StoreOptions = {},
): Promise<string> {
  const tell = (pass: number, at: number) => onProgress?.((pass + at / file.size) / 2);
  const first = hashPieces();
  for await (const { bytes, end } of piecesOf(file, signal)) {
    first.update(bytes);
    tell(0, end);
  }
  const hash = first.hex();
  if (await claim(database, hash, file.size, now)) return hash;
  try {
    const second = hashPieces();
    let rows: ChunkRow[] = [];
    for await (const { bytes, index, end } of piecesOf(file, signal)) {
      second.update(bytes);
      rows.push({ hash, index, bytes });
      if (rows.length === batch || end === file.size) {
        await database.chunks.bulkPut(rows);
        rows = [];
      }
      tell(1, end);
    }
    if (second.hex() !== hash) throw unreadable(file, 'it was changed meanwhile');
    await finish(database, hash, file.size);
    return hash;
  } catch (error) {
    await removeBlob(database, hash).catch(() => undefined);
    throw faultOf(file, error);
  }
}

/** True where the content is here already. */
function claim(database: OutpostDatabase, hash: string, size: number, now: number): Promise<boolean> {
  return database.transaction('rw', database.blobs, database.chunks, async () => {
    const known = await database.blobs.get(hash);
    if (known?.state === 'whole') {
      // So that it is not swept away before the new entry names it.
      if (known.unnamedSince !== undefined) await database.blobs.update(hash, { unnamedSince: now });
      return true;
    }
    await chunksOf(database, hash).delete();
    await database.blobs.put({ hash, size, received: 0, state: 'storing', unnamedSince: now, hubs: [] });
    return false;
  });
}

function finish(database: OutpostDatabase, hash: string, size: number): Promise<void> {
  return database.transaction('rw', database.blobs, database.chunks, async () => {
    const count = await chunksOf(database, hash).count();
    const isThere = count === Math.ceil(size / chunkSize);
    const changed = isThere ? await database.blobs.update(hash, { state: 'whole', received: size }) : 0;
    if (changed === 0) throw new Error('Another window threw it away.');
  });
}

async function* piecesOf(file: File, signal: AbortSignal | undefined) {
  for (let start = 0, index = 0; start < file.size; start += chunkSize, index += 1) {
    signal?.throwIfAborted();
    const end = Math.min(file.size, start + chunkSize);
    const bytes = await read(file, start, end);
    yield { bytes, index, end };
  }
  signal?.throwIfAborted();
}

async function read(file: File, start: number, end: number): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.slice(start, end).arrayBuffer());
  } catch (error) {
    throw unreadable(file, reasonOf(error));
  }
  if (bytes.length !== end - start) throw unreadable(file, 'it became shorter meanwhile');
  return bytes;
}

function unreadable({ name }: File, reason: string): ProblemError {
  return new ProblemError(problem('OUT-ATT-005', { name, reason }));
}

function faultOf(file: File, error: unknown): unknown {
  if (error instanceof ProblemError) return error;
  if (error instanceof DOMException && error.name === 'AbortError') return error;
  const found = storageProblem(error);
  const said = found.code === 'OUT-STO-001' ? problem('OUT-ATT-004', { name: file.name }) : found;
  return new ProblemError(said, { cause: error });
}
