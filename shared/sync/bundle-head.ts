import { ByteReader } from '../changelog/pack/byte-reader.ts';
import { ByteWriter } from '../changelog/pack/byte-writer.ts';
import { areBytesEqual, sha256Hex, toBase64Url } from '../kernel/canonical.ts';
import { problem, ProblemError } from '../kernel/errors.ts';
import type { ReplicaId } from '../kernel/ids.ts';
import { encodeUtf8 } from '../kernel/platform.ts';
import { keyBytes, printBytes, signatureBytes } from './keys.ts';
import { readReplica, writeReplica } from './parts.ts';

export const bundleVersion = 1;
export const bundleExtension = '.outpost-bundle';

const magic = encodeUtf8('OUTPOSTB');
export const nonceBytes = 24;
const digestBytes = 32;
const bundleIdBytes = 16;

/** What everybody can read of a part. */
export interface PartHead {
  readonly sender: ReplicaId;
  /** Of the receiver's X25519 key: `keyPrint`. */
  readonly receiver: Uint8Array;
  /** Random, the same in all parts of a bundle: 22 characters base64url. */
  readonly bundle: string;
  /** 1, 2, 3 … How many there are is known from the last one: a bundle is written while it is being read from the database. */
  readonly part: number;
  readonly isLast: boolean;
  /** Size of the encrypted body in bytes. */
  readonly size: number;
  /** X25519 public key made for this part. */
  readonly ephemeral: Uint8Array;
  readonly nonce: Uint8Array;
}

/** A part taken apart, nothing of it checked beyond its form. */
export interface RawPart {
  readonly head: PartHead;
  /** What the signature and the encryption bind: the head as it stands in the file. */
  readonly headBytes: Uint8Array;
  /** SHA-256 of the body. */
  readonly digest: Uint8Array;
  /** Ed25519 of the sender over head and digest. */
  readonly signature: Uint8Array;
  readonly body: Uint8Array;
}

export function newBundleId(random: (bytes: number) => Uint8Array): string {
  return toBase64Url(random(bundleIdBytes));
}

export function writePartHead(head: PartHead): Uint8Array {
  const writer = new ByteWriter();
  writer.bytes(magic);
  writer.byte(bundleVersion);
  writer.byte(head.isLast ? 1 : 0);
  writeReplica(writer, head.sender);
  writer.bytes(head.receiver);
  writer.text(head.bundle);
  writer.number(head.part);
  writer.number(head.size);
  writer.bytes(head.ephemeral);
  writer.bytes(head.nonce);
  return writer.written().slice();
}

export function joinPart(
  headBytes: Uint8Array,
  digest: Uint8Array,
  signature: Uint8Array,
  body: Uint8Array,
): Uint8Array {
  const writer = new ByteWriter();
  for (const bytes of [headBytes, digest, signature, body]) writer.bytes(bytes);
  return writer.written().slice();
}

/**
 * Reads the form of a part; its contents are not looked at.
 * @throws ProblemError OUT-SYN-070 not a bundle, OUT-SYN-071 newer version, OUT-SYN-072 cut off, OUT-SYN-073 damaged.
 */
export function readPart(bytes: Uint8Array): RawPart {
  if (!areBytesEqual(bytes.subarray(0, magic.length), magic)) throw new ProblemError(problem('OUT-SYN-070'));
  const version = bytes[magic.length] ?? bundleVersion;
  if (version > bundleVersion) {
    throw new ProblemError(problem('OUT-SYN-071', { version, known: bundleVersion }));
  }
  const reader = new ByteReader(bytes);
  let head: PartHead;
  let headSize: number;
  try {
    head = readHead(reader);
    headSize = bytes.length - reader.left;
  } catch (error) {
    throw new ProblemError(cutOff(bytes.length, bytes.length + 1), { cause: error });
  }
  const expected = headSize + digestBytes + signatureBytes + head.size;
  if (bytes.length < expected) throw new ProblemError(cutOff(bytes.length, expected));
  if (bytes.length > expected) {
    throw new ProblemError(problem('OUT-SYN-073', { part: head.part, fault: 'there is more than it says.' }));
  }
  return {
    head,
    headBytes: bytes.subarray(0, headSize),
    digest: reader.bytes(digestBytes),
    signature: reader.bytes(signatureBytes),
    body: reader.bytes(head.size),
  };
}

/** Hexadecimal SHA-256 of a part's file, as `sha256sum` prints it. */
export function fileDigest(bytes: Uint8Array): string {
  return sha256Hex(bytes);
}

function readHead(reader: ByteReader): PartHead {
  reader.bytes(magic.length + 1);
  const isLast = reader.byte() === 1;
  const sender = readReplica(reader);
  const receiver = reader.bytes(printBytes);
  const bundle = reader.text();
  const part = reader.whole();
  const size = reader.whole();
  return {
    sender,
    receiver,
    bundle,
    part,
    isLast,
    size,
    ephemeral: reader.bytes(keyBytes),
    nonce: reader.bytes(nonceBytes),
  };
}

function cutOff(size: number, expected: number) {
  return problem('OUT-SYN-072', { size, expected });
}
