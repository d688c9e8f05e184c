import { deflateSync, inflateSync } from 'fflate';
import { Packr } from 'msgpackr';
import type { Entry } from './entry.ts';
import { isEntry } from './is-entry.ts';

export { hashEntry } from './hash-entry.ts';

// Structures are written into each buffer, so every segment can be read by itself.
const packr = new Packr({ useRecords: true, moreTypes: false });

/** Below this size deflate costs more than it saves. */
const deflateFrom = 1024;
const plain = 0;
const deflated = 1;

/** Entries as bytes: one marker byte, then MessagePack, deflated when that pays. */
export function encodeEntries(entries: readonly Entry[]): Uint8Array {
  const { buffer, byteOffset, byteLength } = packr.pack(entries);
  const packed = new Uint8Array(buffer, byteOffset, byteLength);
  const isLarge = packed.length >= deflateFrom;
  const body = isLarge ? deflateSync(packed, { level: 3 }) : packed;
  const bytes = new Uint8Array(body.length + 1);
  bytes[0] = isLarge ? deflated : plain;
  bytes.set(body, 1);
  return bytes;
}

/** Reads what `encodeEntries` wrote. @throws Error when the bytes are damaged. */
export function decodeEntries(bytes: Uint8Array): readonly Entry[] {
  const body = bytes.subarray(1);
  const packed = bytes[0] === deflated ? inflateSync(body) : body;
  const entries: unknown = packr.unpack(packed);
  if (!Array.isArray(entries) || !entries.every(isEntry)) {
    throw new Error('A log segment does not hold a list of entries.');
  }
  return entries;
}
