import { x25519 } from '@noble/curves/ed25519.js';
import { areBytesEqual, hashBytes } from '../kernel/canonical.ts';
import { problem, ProblemError } from '../kernel/errors.ts';
import type { ReplicaId } from '../kernel/ids.ts';
import { platformRandom, type RandomSource } from '../kernel/platform.ts';
import {
  readBody,
  writeBody,
  writePreface,
  type BundleBody,
  type BundleContents,
  type BundlePreface,
} from './bundle-body.ts';
import { boxOverhead, openBox, sealBox } from './bundle-box.ts';
import { partsOf } from './bundle-contents.ts';
import type { FilePiece, FileSource } from './bundle-files.ts';
import {
  joinPart,
  newBundleId,
  nonceBytes,
  readPart,
  writePartHead,
  type PartHead,
  type RawPart,
} from './bundle-head.ts';
import { findReplica, verifyDirectory, type Directory } from './directory.ts';
import {
  fingerprint,
  keyBytes,
  keyPrint,
  signBytes,
  textOfPrint,
  verifyBytes,
  type KeyPair,
} from './keys.ts';
import type { PackedRun } from './run.ts';

const use = 'outpost-bundle/1';

export interface BundleOrder extends BundlePreface {
  readonly sender: ReplicaId;
  /** The sender's Ed25519 secret. */
  readonly signSecret: Uint8Array;
  /** The receiver's X25519 public key. */
  readonly receiverKey: Uint8Array;
  /** Of each replica in the order of its log. They are read as the parts are written. */
  readonly runs: AsyncIterable<PackedRun> | Iterable<PackedRun>;
  /** Contents of attachments, which come after the entries; cut where they are larger than a part. */
  readonly files?: AsyncIterable<FileSource> | Iterable<FileSource>;
  /** Hashes of contents that the sender holds whole: bundles for it need not bring them. */
  readonly holds?: readonly string[];
}

export interface BundleLimits {
  /** Size of a part in bytes; only a single run that is larger makes a larger part. Attachments take at most `mostPieceBytes` of one. */
  readonly size: number;
}

export interface BundlePart {
  readonly head: PartHead;
  /** The file. */
  readonly bytes: Uint8Array;
  /** What it brings of each replica. */
  readonly runs: readonly Omit<PackedRun, 'bytes' | 'signature'>[];
  readonly pieces: readonly Pick<FilePiece, 'hash' | 'size' | 'offset'>[];
  /** Of the pieces. */
  readonly fileBytes: number;
}

/** Parts of a bundle one after the other; at any time one of them is in memory. There is at least one, which may bring receipts alone. */
export async function* makeBundle(
  order: BundleOrder,
  limits: BundleLimits,
  random: RandomSource = platformRandom,
): AsyncGenerator<BundlePart> {
  const bundle = newBundleId(random);
  const preface = writePreface(order);
  let part = 0;
  for await (const { contents, isLast } of partsOf(order, limits.size - preface.length - partOverhead)) {
    part += 1;
    yield sealPart(order, { bundle, part, isLast }, preface, contents, random);
  }
}

/** Most that a part takes beyond its contents. */
const partOverhead = 300;

/** What opens a part: own keys, and whom to believe. */
export interface BundleTrust {
  readonly workspace: string;
  readonly box: KeyPair;
  /** As it is held here; undefined on a device that has none yet. */
  readonly directory: Directory | undefined;
  /** Ed25519 public key of the hub: a newer directory that it signed counts, so that a sender enrolled meanwhile is known. */
  readonly hubKey: Uint8Array | undefined;
}

export interface OpenedPart extends BundleBody {
  readonly head: PartHead;
}

/**
 * Checks a part without the key to its contents: whole, unaltered, signed by a sender in good standing. What anybody who carries it can do.
 * @throws ProblemError OUT-SYN-070 to 073 for a file that is none, newer, cut off or altered; OUT-SYN-075, OUT-SYN-076 for its sender.
 */
export function verifyPart(bytes: Uint8Array, directory: Directory): PartHead {
  const raw = readPart(bytes);
  mustBeWhole(raw);
  mustBeFrom(raw, directory);
  return raw.head;
}

/**
 * Opens a part for its receiver. Its runs are still to be checked and taken in like those of any exchange; opening a part again changes nothing.
 * @throws ProblemError as `verifyPart` does; OUT-SYN-074 for somebody else, OUT-SYN-077 another workspace.
 */
export function openPart(bytes: Uint8Array, trust: BundleTrust): OpenedPart {
  const raw = readPart(bytes);
  const { head } = raw;
  mustBeWhole(raw);
  if (!areBytesEqual(head.receiver, keyPrint(trust.box.public))) throw forSomebodyElse(head, trust.box);
  const body = unseal(raw, trust.box);
  if (body.workspace !== trust.workspace) throw new ProblemError(problem('OUT-SYN-077'));
  mustBeFrom(raw, newestDirectory(body.directory, trust));
  return { ...body, head };
}

function sealPart(
  order: BundleOrder,
  { bundle, part, isLast }: Pick<PartHead, 'bundle' | 'part' | 'isLast'>,
  preface: Uint8Array,
  given: BundleContents,
  random: RandomSource,
): BundlePart {
  const { sender, receiverKey, signSecret } = order;
  const contents = writeBody(preface, given);
  const pair = x25519.keygen(random(keyBytes));
  const head: PartHead = {
    sender,
    receiver: keyPrint(receiverKey),
    bundle,
    part,
    isLast,
    size: contents.length + boxOverhead,
    ephemeral: pair.publicKey,
    nonce: random(nonceBytes),
  };
  const bound = writePartHead(head);
  const frame = { ephemeral: head.ephemeral, receiver: receiverKey, nonce: head.nonce, bound };
  const body = sealBox(pair.secretKey, frame, contents);
  const digest = hashBytes(body);
  const signature = signBytes(signSecret, use, signedText(bound, digest));
  return {
    head,
    bytes: joinPart(bound, digest, signature, body),
    runs: given.runs.map(({ replica, from, to }) => ({ replica, from, to })),
    pieces: given.pieces.map(({ hash, size, offset }) => ({ hash, size, offset })),
    fileBytes: given.pieces.reduce((sum, { bytes: { length } }) => sum + length, 0),
  };
}

function unseal({ head, headBytes, body }: RawPart, box: KeyPair): BundleBody {
  const frame = { ephemeral: head.ephemeral, receiver: box.public, nonce: head.nonce, bound: headBytes };
  try {
    return readBody(openBox(box, frame, body));
  } catch (error) {
    throw damaged(head, 'its contents cannot be opened.', error);
  }
}

function mustBeWhole({ head, digest, body }: RawPart): void {
  if (!areBytesEqual(hashBytes(body), digest)) throw damaged(head, 'its digest does not fit.');
}

function mustBeFrom({ head, headBytes, digest, signature }: RawPart, directory: Directory | undefined): void {
  const sender = directory && findReplica(directory, head.sender);
  if (!sender) throw new ProblemError(problem('OUT-SYN-075', { sender: head.sender }));
  if (!verifyBytes(sender.signKey, use, signedText(headBytes, digest), signature)) {
    throw damaged(head, 'its signature is not the sender’s.');
  }
  if (sender.revokedAt === undefined) return;
  const date = new Date(Math.min(sender.revokedAt, 8.64e15)).toISOString().slice(0, 10);
  throw new ProblemError(problem('OUT-SYN-076', { sender: sender.name, date }));
}

/** The directory that came with the part, where the hub signed it and it is newer than the one held here. */
function newestDirectory(
  offered: Directory | undefined,
  { directory, hubKey, workspace }: BundleTrust,
): Directory | undefined {
  const isNewer = offered && offered.workspace === workspace && offered.version > (directory?.version ?? 0);
  return isNewer && hubKey && verifyDirectory(hubKey, offered) ? offered : directory;
}

function signedText(headBytes: Uint8Array, digest: Uint8Array): Uint8Array {
  return new Uint8Array([...headBytes, ...digest]);
}

function forSomebodyElse({ receiver }: PartHead, own: KeyPair): ProblemError {
  return new ProblemError(
    problem('OUT-SYN-074', { receiver: textOfPrint(receiver), fingerprint: fingerprint(own.public) }),
  );
}

function damaged({ part }: PartHead, fault: string, cause?: unknown): ProblemError {
  return new ProblemError(problem('OUT-SYN-073', { part, fault }), cause === undefined ? {} : { cause });
}
