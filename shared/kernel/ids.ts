import { base32FromBytes, encodeBase32Of128, normaliseBase32 } from './base32.ts';
import { hashBytes, toBase64Url } from './canonical.ts';
import { encodeUtf8, platformRandom, type RandomSource } from './platform.ts';

/** 26 characters of lowercase Crockford base32. */
export type RecordId = string;
/** 11 characters of base64url: 64 random bits. */
export type ReplicaId = string;
/** `replica:seq`, for example `q3J8x0aZk1M:42`: names one entry of the change log. */
export type EntryRef = `${string}:${number}`;

const LARGEST_TIME = 2 ** 48 - 1;
const recordIdPattern = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;
const replicaIdPattern = /^[A-Za-z0-9_-]{11}$/;
const entryRefPattern = /^[A-Za-z0-9_-]{11}:[1-9][0-9]{0,15}$/;
const numberPattern = /^\s*([A-Za-z][A-Za-z0-9]*)-([0-9A-Za-z]{2,})-([0-9]+)\s*$/;

/**
 * Makes a source of record ids that rise with every call, even when the clock stands still or
 * goes back. Each source keeps its own state: a simulation makes one per replica.
 * @param random 10 bytes are asked for whenever the millisecond changes.
 */
export function createRecordIdSource(random: RandomSource = platformRandom): (now: number) => RecordId {
  let lastTime = -1;
  const bytes = new Uint8Array(16);
  return (now) => {
    const time = clampTime(now);
    if (time > lastTime) {
      lastTime = time;
      bytes.set(random(10).subarray(0, 10), 6);
    } else if (hasOverflowedRandomPart(bytes)) {
      lastTime = Math.min(lastTime + 1, LARGEST_TIME);
    }
    writeTime(bytes, lastTime);
    return encodeBase32Of128(bytes);
  };
}

const recordIdSources = new WeakMap<RandomSource, (now: number) => RecordId>();

/**
 * A new record id: 48 bits of milliseconds, then 80 random bits. Ids of one process rise with
 * every call that uses the same source of chance.
 * @param now epoch milliseconds; a clock that jumps back does not make ids fall.
 */
export function newRecordId(now: number, random: RandomSource = platformRandom): RecordId {
  let source = recordIdSources.get(random);
  if (source === undefined) {
    source = createRecordIdSource(random);
    recordIdSources.set(random, source);
  }
  return source(now);
}

/**
 * The same id for the same parts, for imports that may run twice. The parts' borders count:
 * ['ab', 'c'] and ['a', 'bc'] differ.
 */
export function deterministicRecordId(parts: readonly string[]): RecordId {
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  return encodeBase32Of128(hashBytes(encodeUtf8(text)));
}

export function isRecordId(text: string): boolean {
  return recordIdPattern.test(text);
}

/** A new replica id; made with the database and never reused (sync.md, Entry). */
export function newReplicaId(random: RandomSource = platformRandom): ReplicaId {
  return toBase64Url(random(8).subarray(0, 8));
}

/** Has the text the form of a replica id? */
export function isReplicaId(text: string): text is ReplicaId {
  return replicaIdPattern.test(text);
}

export function entryRef(replica: ReplicaId, seq: number): EntryRef {
  return `${replica}:${seq}`;
}

/** @returns undefined when the text is not a reference to an entry. */
export function parseEntryRef(text: string): { replica: ReplicaId; seq: number } | undefined {
  if (!isEntryRef(text)) return undefined;
  const seq = Number(text.slice(12));
  return Number.isSafeInteger(seq) ? { replica: text.slice(0, 11), seq } : undefined;
}

export function isEntryRef(text: string): text is EntryRef {
  return entryRefPattern.test(text);
}

/** A random short code for a replica, as it stands in record numbers. @param length 2 or more. */
export function newShortCode(random: RandomSource = platformRandom, length = 2): string {
  return base32FromBytes(random(length).subarray(0, length)).toUpperCase();
}

/**
 * A record's number for people (sync.md, fold rule 5): INC-7K-00042. The counter is at least
 * five digits wide and grows beyond.
 */
export function formatNumber(prefix: string, shortCode: string, counter: number): string {
  return `${prefix.toUpperCase()}-${shortCode.toUpperCase()}-${String(counter).padStart(5, '0')}`;
}

/**
 * Reads a number as people type it: either case, o for 0 and i or l for 1 in the short code,
 * with or without leading zeros. @returns undefined when it is not a record number.
 */
export function parseNumber(
  text: string,
): { prefix: string; shortCode: string; counter: number } | undefined {
  const match = numberPattern.exec(text);
  if (match === null) return undefined;
  const [, prefix = '', typedCode = '', digits = ''] = match;
  const shortCode = normaliseBase32(typedCode);
  const counter = Number(digits);
  if (shortCode === undefined || !Number.isSafeInteger(counter)) return undefined;
  return { prefix: prefix.toUpperCase(), shortCode: shortCode.toUpperCase(), counter };
}

function clampTime(now: number): number {
  if (!(now > 0)) return 0;
  return Math.min(Math.floor(now), LARGEST_TIME);
}

function writeTime(bytes: Uint8Array, time: number): void {
  let rest = time;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}

/** Adds one to the random part. @returns true when it went round to zero. */
function hasOverflowedRandomPart(bytes: Uint8Array): boolean {
  for (let index = 15; index >= 6; index -= 1) {
    const next = ((bytes[index] ?? 0) + 1) & 255;
    bytes[index] = next;
    if (next !== 0) return false;
  }
  return true;
}
