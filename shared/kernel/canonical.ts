import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { nativeCryptography } from './native.ts';
import { encodeUtf8, encodeUtf8Into } from './platform.ts';

const DEEPEST = 200;
const manyKeys = 64;
// Characters JSON writes as they are. Surrogates are left out: JSON.stringify escapes lone ones.
const plainText = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;
const base64UrlAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const base64UrlValues = valuesOf(base64UrlAlphabet);

/** A value that has no canonical form. `path` leads to it from the root: `$.body.value[2]`. */
export class CanonicalError extends TypeError {
  readonly path: string;

  constructor(path: string, reason: string) {
    super(`${path} ${reason}`);
    this.name = 'CanonicalError';
    this.path = path;
  }
}

/**
 * JSON with sorted keys and no spaces: equal values give equal texts. Members that are undefined
 * are left out, as JSON, MessagePack and IndexedDB round trips may drop or keep them.
 * @throws CanonicalError on NaN, infinities, functions, symbols, bigints, undefined in an array,
 * objects with a class (dates, maps, bytes), and nesting deeper than 200 (a loop).
 */
export function canonicalJson(value: unknown): string {
  const text = write(value, 0);
  if (text === undefined) throw findFault(value, '$', 0) ?? new CanonicalError('$', 'cannot be written');
  return text;
}

/** UTF-8 bytes of the canonical JSON. @throws CanonicalError as canonicalJson does. */
export function canonicalBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return encodeUtf8(canonicalJson(value));
}

const hashed = new Uint8Array(16_384);

/** SHA-256 of the canonical JSON's UTF-8 bytes, 32 bytes, synchronous. @throws CanonicalError as canonicalJson does. */
export function hashCanonical(value: unknown): Uint8Array {
  const text = canonicalJson(value);
  const native = nativeCryptography();
  if (native !== undefined) return native.sha256OfText(text);
  // A buffer of its own for each text costs as much as the hashing.
  const { read, written } = encodeUtf8Into(text, hashed);
  return sha256(read === text.length ? hashed.subarray(0, written) : encodeUtf8(text));
}

/** SHA-256, 32 bytes, synchronous. */
export function hashBytes(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}

/** SHA-256 of what comes in pieces. */
export interface PieceHash {
  readonly update: (piece: Uint8Array) => void;
  /** 64 lowercase hexadecimal digits; nothing may be added afterwards. */
  readonly hex: () => string;
}

export function hashPieces(): PieceHash {
  const hash = sha256.create();
  return { update: (piece) => void hash.update(piece), hex: () => bytesToHex(hash.digest()) };
}

/** SHA-256 as 64 lowercase hexadecimal digits; a text is hashed as its UTF-8 bytes. */
export function sha256Hex(input: Uint8Array | string): string {
  return bytesToHex(sha256(typeof input === 'string' ? encodeUtf8(input) : input));
}

/** Base64 with - and _ and without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const left = bytes.length - index;
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    text += base64UrlAlphabet.charAt(group >> 18) + base64UrlAlphabet.charAt((group >> 12) & 63);
    if (left > 1) text += base64UrlAlphabet.charAt((group >> 6) & 63);
    if (left > 2) text += base64UrlAlphabet.charAt(group & 63);
  }
  return text;
}

/**
 * Reads what toBase64Url wrote. @returns undefined for any other text, also one whose unused
 * last bits are not zero, so that one value has one spelling.
 */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let pending = 0;
  let bits = 0;
  let written = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = base64UrlValues.get(text.charCodeAt(index));
    if (value === undefined) return undefined;
    pending = (pending << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[written] = pending >> bits;
      written += 1;
    }
    pending &= (1 << bits) - 1;
  }
  return pending === 0 ? bytes : undefined;
}

/** Whether two byte strings are equal. */
export function areBytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** @returns undefined when the value, or one inside it, has no canonical form. */
function write(value: unknown, depth: number): string | undefined {
  switch (typeof value) {
    case 'string':
      return writeText(value);
    case 'number':
      return Number.isFinite(value) ? `${value}` : undefined;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth === DEEPEST) return undefined;
      if (Array.isArray(value)) return writeArray(value, depth);
      return isPlainObject(value) ? writeObject(value, depth) : undefined;
    default:
      return undefined;
  }
}

function writeText(text: string): string {
  // The check pays for itself on the short texts most fields hold.
  return text.length < 64 && plainText.test(text) ? `"${text}"` : JSON.stringify(text);
}

function writeArray(items: readonly unknown[], depth: number): string | undefined {
  let text = '[';
  for (let index = 0; index < items.length; index += 1) {
    const item = write(items[index], depth + 1);
    if (item === undefined) return undefined;
    text += index === 0 ? item : `,${item}`;
  }
  return `${text}]`;
}

function writeObject(value: Record<string, unknown>, depth: number): string | undefined {
  const keys = Object.keys(value);
  sortKeys(keys);
  let text = '';
  for (const key of keys) {
    const member = value[key];
    if (member === undefined) continue;
    const written = write(member, depth + 1);
    if (written === undefined) return undefined;
    text += text === '' ? `${writeText(key)}:${written}` : `,${writeText(key)}:${written}`;
  }
  return `{${text}}`;
}

/** By UTF-16 code units, as RFC 8785 orders them. By insertion: objects have few keys, and many come sorted. */
function sortKeys(keys: string[]): void {
  if (keys.length > manyKeys) {
    keys.sort();
    return;
  }
  for (let index = 1; index < keys.length; index += 1) {
    const key = keys[index] as string;
    let place = index;
    for (; place > 0 && (keys[place - 1] as string) > key; place -= 1)
      keys[place] = keys[place - 1] as string;
    keys[place] = key;
  }
}

function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  // The second test lets objects of another realm (a worker, a frame) pass.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function findFault(value: unknown, path: string, depth: number): CanonicalError | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return new CanonicalError(path, `is ${value}, which JSON cannot hold`);
  }
  if (typeof value === 'object' && value !== null) {
    if (depth === DEEPEST) return new CanonicalError(path, 'is nested too deeply, or in a loop');
    if (Array.isArray(value)) {
      return firstFault(value.keys(), (index) => findFault(value[index], `${path}[${index}]`, depth + 1));
    }
    if (!isPlainObject(value)) {
      return new CanonicalError(path, `is an object of class ${value.constructor.name}, not plain data`);
    }
    const keys = Object.keys(value).filter((key) => value[key] !== undefined);
    return firstFault(keys, (key) => findFault(value[key], `${path}.${key}`, depth + 1));
  }
  if (['undefined', 'function', 'symbol', 'bigint'].includes(typeof value)) {
    return new CanonicalError(path, `is of type ${typeof value}, which JSON cannot hold`);
  }
  return undefined;
}

function firstFault<Key>(
  keys: Iterable<Key>,
  look: (key: Key) => CanonicalError | undefined,
): CanonicalError | undefined {
  for (const key of keys) {
    const fault = look(key);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function valuesOf(alphabet: string): Map<number, number> {
  return new Map(Array.from(alphabet, (character, value) => [character.charCodeAt(0), value]));
}
