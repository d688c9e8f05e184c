import type { ProblemCode } from '../kernel/errors.ts';
import type { ReplicaId } from '../kernel/ids.ts';
import { Packr } from 'msgpackr';
import type { Directory } from './directory.ts';
import type { PackedRun } from './run.ts';
import type { Vector } from './vector.ts';

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

/** Why a run, or its rest from `seq` on, was not taken in. */
export interface RefusedRun {
  readonly replica: ReplicaId;
  /** First number of the run as it was offered. */
  readonly from: number;
  readonly code: ProblemCode;
  readonly message: string;
  /** Where it forks or breaks. */
  readonly seq?: number;
}

export interface MessageLimits {
  /** Size of a message as sent, and of what it holds when unpacked, in bytes. */
  readonly size: number;
  readonly runs: number;
  readonly replicas: number;
}

export const messageLimits: MessageLimits = { size: 64 * 1024 * 1024, runs: 10_000, replicas: 100_000 };

const packr = new Packr({ useRecords: false, moreTypes: false });

export function encodeRequest(request: ExchangeRequest): Uint8Array {
  return new Uint8Array(packr.pack(request));
}

/** @throws ProblemError OUT-SYN-002 unreadable, OUT-SYN-003 newer version, OUT-SYN-004 beyond limits. */
export function decodeRequest(bytes: Uint8Array, _limits: MessageLimits = messageLimits): ExchangeRequest {
  return packr.unpack(bytes) as ExchangeRequest;
}

export function encodeResponse(response: ExchangeResponse): Uint8Array {
  return new Uint8Array(packr.pack(response));
}

/** @throws ProblemError OUT-SYN-002 unreadable, OUT-SYN-003 newer version, OUT-SYN-004 beyond limits. */
export function decodeResponse(bytes: Uint8Array, _limits: MessageLimits = messageLimits): ExchangeResponse {
  return packr.unpack(bytes) as ExchangeResponse;
}

/** A vector alone, for the `have` event of the live stream: base64url. */
export function encodeVector(have: Vector): Uint8Array {
  return new Uint8Array(packr.pack(have));
}

/** @throws ProblemError OUT-SYN-002. */
export function decodeVector(bytes: Uint8Array): Vector {
  return packr.unpack(bytes) as Vector;
}
