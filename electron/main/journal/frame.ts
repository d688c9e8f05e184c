import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import type { JournalRow } from '#shared/contracts/bridge.ts';

/**
 * A journal file is a file header and then frames, one a row. All numbers are little-endian.
 *
 *     file header: "OUTPOSTJ" · version u8 · 3 zero bytes · crc32 of those 12 bytes
 *     frame:       magic u32 · payload length u32 · crc32 of the payload · crc32 of those 12 bytes · payload
 *     payload:     length of replica u8 · replica (UTF-8) · seq float64 · the row's bytes
 *
 * The frame's header has a checksum of its own so that a damaged length is never followed.
 */
export const fileHeaderLength = 16;
export const frameHeaderLength = 16;
/** A longer row is refused on append, so a longer length in a file is damage. */
export const maximumPayloadLength = 64 * 1024 * 1024;

const fileMagic = Buffer.from('OUTPOSTJ', 'latin1');
const version = 1;
const frameMagic = 0x524a_504f;
export const frameMagicBytes = Buffer.from('OPJR', 'latin1');

export function encodeFileHeader(): Buffer {
  const header = Buffer.alloc(fileHeaderLength);
  fileMagic.copy(header);
  header.writeUInt8(version, 8);
  header.writeUInt32LE(crc32(header.subarray(0, 12)), 12);
  return header;
}

/** `newer`: intact, but of a version that this program does not know. */
export function checkFileHeader(bytes: Buffer): 'ok' | 'newer' | 'damaged' {
  if (bytes.length < fileHeaderLength) return 'damaged';
  if (!bytes.subarray(0, 8).equals(fileMagic)) return 'damaged';
  if (bytes.readUInt32LE(12) !== crc32(bytes.subarray(0, 12))) return 'damaged';
  return bytes.readUInt8(8) === version ? 'ok' : 'newer';
}

/** @throws RangeError when the row is longer than a frame may be. */
export function encodeFrame(row: JournalRow): Buffer {
  const replica = Buffer.from(row.replica, 'utf8');
  const payloadLength = 1 + replica.length + 8 + row.bytes.length;
  if (replica.length > 255) throw new RangeError('the replica id is longer than 255 bytes');
  if (payloadLength > maximumPayloadLength) {
    throw new RangeError(`the entry is ${row.bytes.length} bytes long, more than a journal row holds`);
  }
  const frame = Buffer.allocUnsafe(frameHeaderLength + payloadLength);
  const payload = frame.subarray(frameHeaderLength);
  payload.writeUInt8(replica.length, 0);
  replica.copy(payload, 1);
  payload.writeDoubleLE(row.seq, 1 + replica.length);
  payload.set(row.bytes, 9 + replica.length);
  frame.writeUInt32LE(frameMagic, 0);
  frame.writeUInt32LE(payloadLength, 4);
  frame.writeUInt32LE(crc32(payload), 8);
  frame.writeUInt32LE(crc32(frame.subarray(0, 12)), 12);
  return frame;
}

export type DecodedFrame =
  | { readonly kind: 'row'; readonly row: JournalRow; readonly length: number }
  /** The header is intact and tells the length, the payload is not what was written. */
  | { readonly kind: 'bad-payload'; readonly length: number }
  /** The header is intact, the bytes end before the payload does. */
  | { readonly kind: 'incomplete'; readonly length: number }
  | { readonly kind: 'bad-header' };

/** Reads the frame that begins at `offset`; `length` counts its header too. */
export function decodeFrame(bytes: Buffer, offset: number): DecodedFrame {
  if (offset + frameHeaderLength > bytes.length) return { kind: 'bad-header' };
  if (bytes.readUInt32LE(offset) !== frameMagic) return { kind: 'bad-header' };
  if (bytes.readUInt32LE(offset + 12) !== crc32(bytes.subarray(offset, offset + 12)))
    return { kind: 'bad-header' };
  const payloadLength = bytes.readUInt32LE(offset + 4);
  if (payloadLength > maximumPayloadLength) return { kind: 'bad-header' };
  const start = offset + frameHeaderLength;
  const length = frameHeaderLength + payloadLength;
  if (start + payloadLength > bytes.length) return { kind: 'incomplete', length };
  const payload = bytes.subarray(start, start + payloadLength);
  if (crc32(payload) !== bytes.readUInt32LE(offset + 8)) return { kind: 'bad-payload', length };
  const row = decodePayload(payload);
  return row === undefined ? { kind: 'bad-payload', length } : { kind: 'row', row, length };
}

function decodePayload(payload: Buffer): JournalRow | undefined {
  const replicaLength = payload.length > 0 ? payload.readUInt8(0) : 0;
  if (payload.length < 9 + replicaLength) return undefined;
  return {
    replica: payload.toString('utf8', 1, 1 + replicaLength),
    seq: payload.readDoubleLE(1 + replicaLength),
    bytes: new Uint8Array(payload.subarray(9 + replicaLength)),
  };
}
