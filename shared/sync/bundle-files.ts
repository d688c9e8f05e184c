import { bytesToHex as toHex, hexToBytes as fromHex } from '@noble/hashes/utils.js';
import { PackFault, type ByteReader } from '../changelog/pack/byte-reader.ts';
import type { ByteWriter } from '../changelog/pack/byte-writer.ts';

import { readCount } from './parts.ts';

/** A piece of what an attachment holds, as a part of a bundle brings it. */
export interface FilePiece {
  /** SHA-256 of the whole, hexadecimal. */
  readonly hash: string;
  /** Bytes of the whole. */
  readonly size: number;
  /** Where the piece begins. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** A whole content that a bundle is to bring, read as the parts are written. */
export interface FileSource {
  readonly hash: string;
  readonly size: number;
  /** Bytes from `offset` on, at most so many; none where it is gone meanwhile. */
  readonly read: (offset: number, most: number) => Promise<Uint8Array>;
}

/** What a part brings of attachments: pieces, and the hashes of contents that its sender holds whole. */
export interface BundleFiles {
  readonly pieces: readonly FilePiece[];
  readonly holds: readonly string[];
}

/** Hashes that one bundle tells at most, the newest ones. */
export const mostHolds = 4096;
const hashBytes = 32;
/** Most that a piece takes beyond its bytes. */
export const pieceOverhead = hashBytes + 30;
export const holdBytes = hashBytes;
/** Bytes of pieces in one part: they are in memory at once, a few times over. */
export const mostPieceBytes = 64_000_000;
/** A part that has less room left is closed, and the next one goes on. */
export const leastPiece = 1024;

const limits = { pieces: 1_000_000, holds: 1_000_000 };

export function writeFiles(writer: ByteWriter, { pieces, holds }: BundleFiles): void {
  writer.number(pieces.length);
  for (const { hash, size, offset, bytes } of pieces) {
    writer.bytes(fromHex(hash));
    writer.number(size);
    writer.number(offset);
    writer.number(bytes.length);
    writer.bytes(bytes);
  }
  writer.number(holds.length);
  for (const hash of holds) writer.bytes(fromHex(hash));
}

/** Nothing where the bundle's version knew no attachments. The pieces' bytes are views of the part. */
export function readFiles(reader: ByteReader): BundleFiles {
  if (reader.left === 0) return { pieces: [], holds: [] };
  const pieces: FilePiece[] = [];
  for (let left = readCount(reader, limits.pieces, 'pieces'); left > 0; left -= 1) {
    const hash = toHex(reader.bytes(hashBytes));
    const [size, offset, length] = [reader.whole(), reader.whole(), reader.whole()];
    if (offset + length > size) throw new PackFault('a piece reaches beyond its file');
    pieces.push({ hash, size, offset, bytes: reader.bytes(length) });
  }
  const holds: string[] = [];
  for (let left = readCount(reader, limits.holds, 'hashes'); left > 0; left -= 1) {
    holds.push(toHex(reader.bytes(hashBytes)));
  }
  return { pieces, holds };
}
