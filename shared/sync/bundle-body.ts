import { ByteReader } from '../changelog/pack/byte-reader.ts';
import { ByteWriter } from '../changelog/pack/byte-writer.ts';
import type { ReplicaId } from '../kernel/ids.ts';
import { readFiles, writeFiles, type BundleFiles } from './bundle-files.ts';
import type { Directory } from './directory.ts';
import {
  readCount,
  readDirectory,
  readMoment,
  readReplica,
  readRuns,
  readVector,
  writeDirectory,
  writeReplica,
  writeRuns,
  writeVector,
} from './parts.ts';
import type { PackedRun } from './run.ts';
import type { Vector } from './vector.ts';

/** What another replica or hub holds, as far as the sender has heard. */
export interface Receipt {
  readonly replica: ReplicaId;
  readonly have: Vector;
}

/** What stands in every part, so that each can be taken in by itself. */
export interface BundlePreface {
  readonly workspace: string;
  /** The sender's clock when the bundle was made, epoch ms. */
  readonly wall: number;
  /** All that the sender holds. */
  readonly have: Vector;
  readonly receipts: readonly Receipt[];
  readonly directory?: Directory;
}

export interface BundleContents extends BundleFiles {
  readonly runs: readonly PackedRun[];
}

export interface BundleBody extends BundlePreface, BundleContents {}

const bodyLimits = { runs: 1_000_000, replicas: 100_000 };

export function writePreface({ workspace, wall, have, receipts, directory }: BundlePreface): Uint8Array {
  const writer = new ByteWriter();
  writer.text(workspace);
  writer.float(wall);
  writeVector(writer, have);
  writer.number(receipts.length);
  for (const receipt of receipts) {
    writeReplica(writer, receipt.replica);
    writeVector(writer, receipt.have);
  }
  writeDirectory(writer, directory);
  return writer.written().slice();
}

/** Attachments come last: who knows none does not look there. */
export function writeBody(preface: Uint8Array, { runs, ...files }: BundleContents): Uint8Array {
  const writer = new ByteWriter();
  writer.bytes(preface);
  writeRuns(writer, runs);
  writeFiles(writer, files);
  return writer.written();
}

/** What a newer version adds at the end is not looked at. @throws Error for what is no body. */
export function readBody(bytes: Uint8Array): BundleBody {
  const reader = new ByteReader(bytes);
  const workspace = reader.text();
  const wall = readMoment(reader);
  const have = readVector(reader, bodyLimits);
  const receipts: Receipt[] = [];
  for (let left = readCount(reader, bodyLimits.replicas, 'receipts'); left > 0; left -= 1) {
    receipts.push({ replica: readReplica(reader), have: readVector(reader, bodyLimits) });
  }
  const directory = readDirectory(reader, bodyLimits);
  const runs = readRuns(reader, bodyLimits);
  const files = readFiles(reader);
  return { workspace, wall, have, receipts, ...(directory ? { directory } : {}), runs, ...files };
}
