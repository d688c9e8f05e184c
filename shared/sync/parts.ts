import { PackFault, type ByteReader } from '../changelog/pack/byte-reader.ts';
import type { ByteWriter } from '../changelog/pack/byte-writer.ts';
import { fromBase64Url, toBase64Url } from '../kernel/canonical.ts';
import { isProblemCode, problem, ProblemError, type ProblemCode } from '../kernel/errors.ts';
import { isReplicaId, type ReplicaId } from '../kernel/ids.ts';
import type { Directory, DirectoryReplica } from './directory.ts';
import { keyBytes, signatureBytes } from './keys.ts';
import type { PackedRun, RefusedRun } from './run.ts';
import type { Vector } from './vector.ts';
import { packedRunOf } from './wire.ts';

/** Most of a thing in one message. */
export interface PartLimits {
  readonly runs: number;
  readonly replicas: number;
}

export function writeReplica(writer: ByteWriter, replica: ReplicaId): void {
  const bytes = fromBase64Url(replica);
  writer.byte(bytes?.length === 8 ? 0 : 1);
  if (bytes?.length === 8) writer.bytes(bytes);
  else writer.text(replica);
}

export function readReplica(reader: ByteReader): ReplicaId {
  const replica = reader.byte() === 0 ? toBase64Url(reader.bytes(8)) : reader.text();
  if (!isReplicaId(replica)) throw new PackFault('a replica has no id');
  return replica;
}

export function writeVector(writer: ByteWriter, vector: Vector): void {
  const held = Object.entries(vector).filter(([, seq]) => seq > 0);
  writer.number(held.length);
  for (const [replica, seq] of held) {
    writeReplica(writer, replica);
    writer.number(seq);
  }
}

export function readVector(reader: ByteReader, { replicas }: PartLimits): Vector {
  const vector: Record<ReplicaId, number> = {};
  for (let left = readCount(reader, replicas, 'replicas'); left > 0; left -= 1) {
    const replica = readReplica(reader);
    vector[replica] = reader.whole();
  }
  return vector;
}

export function writeRuns(writer: ByteWriter, runs: readonly PackedRun[]): void {
  writer.number(runs.length);
  for (const { bytes, signature } of runs) {
    writer.number(bytes.length * 2 + (signature ? 1 : 0));
    writer.bytes(bytes);
    if (signature) writer.bytes(signature);
  }
}

/** Replica and numbers come from the run's own head. The bytes are views of the message. */
export function readRuns(reader: ByteReader, { runs: most }: PartLimits): readonly PackedRun[] {
  const runs: PackedRun[] = [];
  for (let left = readCount(reader, most, 'runs'); left > 0; left -= 1) {
    const size = reader.whole();
    const bytes = reader.bytes(Math.floor(size / 2));
    runs.push(packedRunOf(bytes, size % 2 === 1 ? reader.bytes(signatureBytes) : undefined));
  }
  return runs;
}

export function writeRefused(writer: ByteWriter, refused: readonly RefusedRun[]): void {
  writer.number(refused.length);
  for (const { replica, from, code, message, seq } of refused) {
    writeReplica(writer, replica);
    writer.number(from);
    writer.text(code);
    writer.text(message);
    writer.number(seq ?? 0);
  }
}

export function readRefused(reader: ByteReader, { runs }: PartLimits): readonly RefusedRun[] {
  const refused: RefusedRun[] = [];
  for (let left = readCount(reader, runs, 'refused runs'); left > 0; left -= 1) {
    const replica = readReplica(reader);
    const from = reader.whole();
    const code = knownCode(reader.text());
    const message = reader.text();
    const seq = reader.whole();
    refused.push({ replica, from, code, message, ...(seq > 0 ? { seq } : {}) });
  }
  return refused;
}

/** A newer hub may know more reasons; its message says which. */
function knownCode(code: string): ProblemCode {
  return isProblemCode(code) ? code : 'OUT-SYN-001';
}

export function writeDirectory(writer: ByteWriter, directory: Directory | undefined): void {
  writer.byte(directory ? 1 : 0);
  if (!directory) return;
  writer.text(directory.workspace);
  writer.number(directory.version);
  writeReplica(writer, directory.hub);
  writer.number(directory.replicas.length);
  for (const { replica, name, shortCode, signKey, boxKey, kind, revokedAt } of directory.replicas) {
    writeReplica(writer, replica);
    writer.text(name);
    writer.text(shortCode);
    writer.bytes(signKey);
    writer.bytes(boxKey);
    writer.byte((kind === 'hub' ? 1 : 0) + (revokedAt === undefined ? 0 : 2));
    if (revokedAt !== undefined) writer.float(revokedAt);
  }
  writer.bytes(directory.signature);
}

/** The signature is still to be checked. */
export function readDirectory(reader: ByteReader, { replicas: most }: PartLimits): Directory | undefined {
  if (reader.byte() === 0) return undefined;
  const workspace = reader.text();
  const version = reader.whole();
  const hub = readReplica(reader);
  const replicas: DirectoryReplica[] = [];
  for (let left = readCount(reader, most, 'replicas'); left > 0; left -= 1) {
    replicas.push(readDirectoryReplica(reader));
  }
  return { workspace, version, hub, replicas, signature: reader.bytes(signatureBytes).slice() };
}

function readDirectoryReplica(reader: ByteReader): DirectoryReplica {
  const known = {
    replica: readReplica(reader),
    name: reader.text(),
    shortCode: reader.text(),
    signKey: reader.bytes(keyBytes).slice(),
    boxKey: reader.bytes(keyBytes).slice(),
  };
  const bits = reader.byte();
  const kind = bits % 2 === 1 ? 'hub' : 'device';
  return { ...known, kind, ...(bits >= 2 ? { revokedAt: readMoment(reader) } : {}) };
}

/** Epoch ms. */
export function readMoment(reader: ByteReader): number {
  const moment = reader.float();
  if (!Number.isSafeInteger(moment)) throw new PackFault('a time is none');
  return moment;
}

export function readCount(reader: ByteReader, most: number, of: string): number {
  const count = reader.whole();
  if (count > most) throw new PackFault(`${count} ${of}, at most ${most} are taken`, true);
  return count;
}

/** @throws ProblemError OUT-SYN-002 or OUT-SYN-004 instead of whatever damaged bytes led to. */
export function readingMessage<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'OUT-SYN-003') throw error;
    const isBeyondLimits = error instanceof PackFault && error.isBeyondLimits;
    const fault = error instanceof Error ? error.message : String(error);
    const code = isBeyondLimits ? 'OUT-SYN-004' : 'OUT-SYN-002';
    throw new ProblemError(problem(code, { fault }), { cause: error });
  }
}
