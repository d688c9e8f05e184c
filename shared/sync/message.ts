import { ByteReader, PackFault } from '../changelog/pack/byte-reader.ts';
import { ByteWriter } from '../changelog/pack/byte-writer.ts';
import { deflated, inflated } from '../changelog/pack/deflate.ts';
import { areBytesEqual, hashBytes } from '../kernel/canonical.ts';
import { problem, ProblemError } from '../kernel/errors.ts';
import type { ReplicaId } from '../kernel/ids.ts';
import type { Directory } from './directory.ts';
import {
  readDirectory,
  readingMessage,
  readMoment,
  readRefused,
  readReplica,
  readRuns,
  readVector,
  writeDirectory,
  writeRefused,
  writeReplica,
  writeRuns,
  writeVector,
  type PartLimits,
} from './parts.ts';
import type { PackedRun, RefusedRun } from './run.ts';
import type { Vector } from './vector.ts';

export type { RefusedRun } from './run.ts';

export const messageVersion = 1;

export interface ExchangeRequest {
  readonly version: 1;
  /** All that the sender holds. */
  readonly have: Vector;
  readonly runs: readonly PackedRun[];
  /** The answer holds at most so many bytes of runs, and at least one run where there is any. */
  readonly want: number;
  /** Version of the directory that the sender holds, 0 for none. */
  readonly directory: number;
  /** The sender's clock, epoch ms. */
  readonly wall: number;
}

export interface ExchangeResponse {
  readonly version: 1;
  /** Id of the hub, which stands in the directory. */
  readonly hub: ReplicaId;
  /** Another one after the hub was restored from a backup. */
  readonly epoch: string;
  /** All that the hub holds, durably, after it took in the request: this is the acknowledgement. */
  readonly have: Vector;
  readonly runs: readonly PackedRun[];
  /** There is more than fitted into `want`. */
  readonly more: boolean;
  readonly refused: readonly RefusedRun[];
  /** Where the hub holds a newer one than the sender. */
  readonly directory?: Directory;
  /** The hub's clock, epoch ms. */
  readonly wall: number;
}

export interface MessageLimits extends PartLimits {
  /** Size of a message as sent, and of what it holds when inflated, in bytes. */
  readonly size: number;
}

export const messageLimits: MessageLimits = { size: 64 * 1024 * 1024, runs: 10_000, replicas: 100_000 };

const kinds = { request: 1, response: 2, vector: 3 } as const;

/** A larger message is runs, which are deflated already; a small one repeats itself from run to run. */
const largestDeflated = 16_384;

export function encodeRequest({ have, runs, want, directory, wall }: ExchangeRequest): Uint8Array {
  return sealed(kinds.request, (writer) => {
    writeVector(writer, have);
    writer.number(want);
    writer.number(directory);
    writer.float(wall);
    writeRuns(writer, runs);
  });
}

/** The runs' bytes are views of the message. @throws ProblemError OUT-SYN-002 unreadable, OUT-SYN-003 newer version, OUT-SYN-004 beyond limits. */
export function decodeRequest(bytes: Uint8Array, limits: MessageLimits = messageLimits): ExchangeRequest {
  return opened(kinds.request, bytes, limits, (reader) => ({
    version: messageVersion,
    have: readVector(reader, limits),
    want: reader.whole(),
    directory: reader.whole(),
    wall: readMoment(reader),
    runs: readRuns(reader, limits),
  }));
}

export function encodeResponse(response: ExchangeResponse): Uint8Array {
  return sealed(kinds.response, (writer) => {
    writeReplica(writer, response.hub);
    writer.text(response.epoch);
    writeVector(writer, response.have);
    writer.byte(response.more ? 1 : 0);
    writer.float(response.wall);
    writeRefused(writer, response.refused);
    writeDirectory(writer, response.directory);
    writeRuns(writer, response.runs);
  });
}

/** The runs' bytes are views of the message. @throws ProblemError OUT-SYN-002 unreadable, OUT-SYN-003 newer version, OUT-SYN-004 beyond limits. */
export function decodeResponse(bytes: Uint8Array, limits: MessageLimits = messageLimits): ExchangeResponse {
  return opened(kinds.response, bytes, limits, (reader) => {
    const hub = readReplica(reader);
    const epoch = reader.text();
    const have = readVector(reader, limits);
    const more = reader.byte() === 1;
    const wall = readMoment(reader);
    const refused = readRefused(reader, limits);
    const directory = readDirectory(reader, limits);
    const runs = readRuns(reader, limits);
    const known = { version: messageVersion, hub, epoch, have, runs, more, refused, wall } as const;
    return directory ? { ...known, directory } : known;
  });
}

/** A vector alone, for the `have` event of the live stream. */
export function encodeVector(have: Vector): Uint8Array {
  return sealed(kinds.vector, (writer) => writeVector(writer, have));
}

/** @throws ProblemError OUT-SYN-002, OUT-SYN-003, OUT-SYN-004. */
export function decodeVector(bytes: Uint8Array, limits: MessageLimits = messageLimits): Vector {
  return opened(kinds.vector, bytes, limits, (reader) => readVector(reader, limits));
}

/** Version, kind, check where nobody signs it, size when inflated or 0, contents. */
function sealed(kind: number, write: (writer: ByteWriter) => void): Uint8Array {
  const contents = new ByteWriter();
  write(contents);
  const whole = contents.written();
  const smaller = whole.length > largestDeflated ? undefined : deflated(whole);
  const body = new ByteWriter();
  body.number(smaller ? whole.length : 0);
  body.bytes(smaller ?? whole);
  const message = new ByteWriter();
  message.byte(messageVersion);
  message.byte(kind);
  if (kind !== kinds.request) message.bytes(checkOf(body.written()));
  message.bytes(body.written());
  return message.written().slice();
}

/**
 * Of what a hub says: TLS would notice a byte that was changed on the way, but a hub on a LAN may do without, and an entry under a
 * damaged name would pass for one of another replica. Requests are signed.
 */
function checkOf(body: Uint8Array): Uint8Array {
  return hashBytes(body).subarray(0, checkBytes);
}

const checkBytes = 4;

/** What a newer version adds at the end is not looked at. */
function opened<Message>(
  kind: number,
  bytes: Uint8Array,
  limits: MessageLimits,
  read: (reader: ByteReader) => Message,
): Message {
  return readingMessage(() => {
    if (bytes.length > limits.size) throw new PackFault(`${bytes.length} bytes`, true);
    const reader = new ByteReader(bytes);
    const version = reader.byte();
    if (version > messageVersion) {
      throw new ProblemError(problem('OUT-SYN-003', { version, known: messageVersion }));
    }
    if (version < 1 || reader.byte() !== kind) throw new PackFault('it is no message of this kind');
    if (kind !== kinds.request) mustBeUnchanged(reader.bytes(checkBytes), bytes.subarray(2 + checkBytes));
    const size = reader.whole();
    if (size > Math.min(limits.size, largestDeflated)) throw new PackFault(`${size} bytes`, true);
    const rest = reader.bytes(reader.left);
    return read(size > 0 ? new ByteReader(inflated(rest, size)) : new ByteReader(rest));
  });
}

function mustBeUnchanged(check: Uint8Array, body: Uint8Array): void {
  if (!areBytesEqual(check, checkOf(body))) throw new PackFault('it was changed on its way');
}
