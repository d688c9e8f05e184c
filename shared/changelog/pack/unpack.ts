import { problem, ProblemError } from '../../kernel/errors.ts';
import type { Head } from '../chain.ts';
import { hashEntry } from '../hash-entry.ts';
import type { Entry } from '../entry.ts';
import { isEntry } from '../is-entry.ts';
import { Budget } from './budget.ts';
import { ByteReader, PackFault } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { readOneColumn, splitColumns, type Columns } from './columns.ts';
import { inflated } from './deflate.ts';
import { fitsCheck, readHead, readStart, writeHead, type RunHead } from './run-head.ts';
import { ValueReader } from './value-reader.ts';

export interface UnpackOptions {
  /** Hash of the entry before the first; where the package holds it too, it must be the same. */
  readonly prev?: string;
  readonly limits?: PackLimits;
}

export interface PackLimits {
  readonly entries: number;
  /** Rough size of what a package holds when it is unpacked, in bytes. */
  readonly size: number;
}

export const packLimits: PackLimits = { entries: 50_000, size: 64 * 1024 * 1024 };

export interface Unpacked {
  readonly entries: readonly Entry[];
  /** At the last entry. */
  readonly head: Head;
}

const entryWeight = 256;
/** No deflate stream grows by more. */
const largestGrowth = 1032;

/**
 * Reads what `packEntries` wrote, in bounded memory. Hashes are computed anew.
 * @throws ProblemError OUT-SYN-001 damaged, OUT-SYN-003 newer version, OUT-SYN-004 beyond limits, OUT-SYN-005 the hash before the first
 * entry is needed, OUT-SYN-009 the package continues another history.
 */
export function unpackEntries(bytes: Uint8Array, options: UnpackOptions = {}): Unpacked {
  return mended(() => {
    const limits = options.limits ?? packLimits;
    const reader = new ByteReader(bytes);
    const head = readHead(reader);
    if (head.count > limits.entries) throw new PackFault(`${head.count} entries`, true);
    const start = startOf(head, options.prev);
    const { columns, ids } = readBody(reader, head, limits);
    const unpacked = readEntries(head, columns, ids, start, new Budget(limits.size));
    if ([...Object.values(columns), ids].some(({ left }) => left > 0)) {
      throw new PackFault('bytes are left over');
    }
    return unpacked;
  });
}

/** Replica and numbers of a package of any format, without unpacking it. @throws ProblemError OUT-SYN-001. */
export function headOfPack(bytes: Uint8Array): { replica: string; from: number; to: number } {
  return mended(() => {
    const { replica, from, count } = readStart(new ByteReader(bytes));
    return { replica, from, to: from + count - 1 };
  });
}

/**
 * The same package with the whole hash before its first entry: who holds that entry makes it so for those who do not.
 * @throws ProblemError OUT-SYN-001, OUT-SYN-003, OUT-SYN-009 where it continues another history.
 */
export function completePack(bytes: Uint8Array, prev: string): Uint8Array {
  return mended(() => {
    const reader = new ByteReader(bytes);
    const head = readHead(reader);
    startOf(head, prev);
    return head.prev === undefined ? rewritten(head, prev, reader) : bytes;
  });
}

function rewritten(head: RunHead, prev: string, rest: ByteReader): Uint8Array {
  const writer = new ByteWriter();
  writeHead(writer, head, { as: 'whole', hash: prev });
  writer.bytes(rest.bytes(rest.left));
  return writer.written().slice();
}

function startOf({ replica, from, prev, prevCheck }: RunHead, given: string | undefined): string {
  const start = prev ?? given;
  if (start === undefined) throw new ProblemError(problem('OUT-SYN-005', { replica, seq: from }));
  const fits = (given === undefined || given === start) && (!prevCheck || fitsCheck(prevCheck, start));
  if (!fits) throw new ProblemError(problem('OUT-SYN-009', { replica, seq: from }));
  return start;
}

function readBody(
  reader: ByteReader,
  { isDeflated, isOneColumn }: RunHead,
  limits: PackLimits,
): { columns: Columns<ByteReader>; ids: ByteReader } {
  const size = isDeflated ? reader.whole() : 0;
  if (size > limits.size) throw new PackFault(`${size} bytes`, true);
  const ids = isOneColumn ? undefined : new ByteReader(reader.bytes(reader.whole()));
  const stored = reader.bytes(reader.left);
  if (size > (stored.length + 1) * largestGrowth) throw new PackFault('its size is damaged');
  const body = isDeflated ? inflated(stored, size) : stored;
  const columns = isOneColumn ? readOneColumn(body) : splitColumns(body);
  return { columns, ids: ids ?? columns.values };
}

function readEntries(
  { replica, from, count }: RunHead,
  columns: Columns<ByteReader>,
  ids: ByteReader,
  start: string,
  budget: Budget,
): Unpacked {
  const reader = new ValueReader(columns, ids, replica, budget);
  const actors: string[] = [];
  const records: string[] = [];
  const counters = new Map<string, number>();
  const entries: Entry[] = [];
  let wall = 0;
  let prev = start;
  for (let seq = from; seq < from + count; seq += 1) {
    budget.spend(entryWeight);
    wall = readWall(columns.walls, wall);
    const actor = reader.party(columns.actors, actors);
    const record = reader.party(columns.records, records);
    const counter = columns.counters.zigzag() + (counters.get(record) ?? 0) + 1;
    counters.set(record, counter);
    reader.begin(record, seq, wall);
    const entry = { replica, seq, prev, stamp: { wall, counter }, actor, type: '', record };
    reader.entry(entry);
    if (!isEntry(entry)) throw new PackFault(`entry ${seq} is no entry`);
    entries.push(entry);
    prev = hashEntry(entry);
  }
  return { entries, head: { seq: from + count - 1, hash: prev } };
}

function readWall(walls: ByteReader, before: number): number {
  const code = walls.number();
  if (code === 0) return walls.float();
  return before + (code % 2 === 1 ? (code - 1) / 2 : -code / 2);
}

/** @throws ProblemError instead of whatever damaged bytes led to. */
function mended<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const isBeyondLimits = error instanceof PackFault && error.isBeyondLimits;
    const fault = error instanceof Error ? error.message : String(error);
    throw new ProblemError(problem(isBeyondLimits ? 'OUT-SYN-004' : 'OUT-SYN-001', { fault }), {
      cause: error,
    });
  }
}
