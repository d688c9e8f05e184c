import { deflateSync, inflateSync } from 'fflate';
import { Packr } from 'msgpackr';
import { isStamp } from '../kernel/clock.ts';
import { hashCanonical, toBase64Url } from '../kernel/canonical.ts';
import type { Entry } from './entry.ts';

/** Base64url SHA-256 over the entry's canonical JSON; the next entry of the replica names it as `prev`. */
export function hashEntry(entry: Entry): string {
  return toBase64Url(hashCanonical(entry));
}

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

/** Has it what every entry of every version has? The body may be of a kind that a newer version brought. */
function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { replica, seq, prev, stamp, actor, type, record, body } = value as Partial<
    Record<keyof Entry, unknown>
  >;
  const texts = [replica, prev, actor, type, record];
  return (
    texts.every((text) => typeof text === 'string') &&
    Number.isSafeInteger(seq) &&
    isStamp(stamp) &&
    isBody(body)
  );
}

function isBody(body: unknown): boolean {
  return typeof body === 'object' && body !== null && typeof (body as { kind?: unknown }).kind === 'string';
}
