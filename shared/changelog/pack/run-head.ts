import { fromBase64Url, toBase64Url } from '../../kernel/canonical.ts';
import { problem, ProblemError } from '../../kernel/errors.ts';
import { PackFault, type ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { largestWhole } from './kinds.ts';

/** First byte of a package of format 1. Segments of the log begin with 0 or 1, so bytes tell what they are. */
export const packVersion = 16;

const flags = {
  deflated: 1,
  oneColumn: 2,
  /** The hash before the first entry follows. */
  prev: 4,
  /** Its first bytes follow: enough to notice another history. */
  prevCheck: 8,
  /** The replica is no packed 64 bits. */
  textReplica: 16,
} as const;

const hashSize = 32;
const checkSize = 8;
const longestReplica = 64;

/** What stands before the columns, never deflated. */
export interface RunHead {
  readonly replica: string;
  readonly from: number;
  readonly count: number;
  readonly isDeflated: boolean;
  readonly isOneColumn: boolean;
  /** Hash of the entry before the first; undefined where it was left out. */
  readonly prev: string | undefined;
  /** The first bytes of that hash where only they are there. */
  readonly prevCheck: Uint8Array | undefined;
}

export function writeHead(
  writer: ByteWriter,
  head: Omit<RunHead, 'prevCheck' | 'prev'>,
  prev: PrevWritten,
): void {
  const replica = packedReplica(head.replica);
  const hash = prev.as === 'none' ? undefined : hashOf(prev.hash);
  writer.byte(packVersion);
  writer.byte(
    (head.isDeflated ? flags.deflated : 0) |
      (head.isOneColumn ? flags.oneColumn : 0) |
      (prev.as === 'whole' ? flags.prev : 0) |
      (prev.as === 'check' ? flags.prevCheck : 0) |
      (replica ? 0 : flags.textReplica),
  );
  if (replica) writer.bytes(replica);
  else writer.text(head.replica);
  writer.number(head.from);
  writer.number(head.count);
  if (hash) writer.bytes(prev.as === 'whole' ? hash : hash.subarray(0, checkSize));
}

export type PrevWritten = { readonly as: 'none' } | { readonly as: 'whole' | 'check'; readonly hash: string };

/** What heads of all formats begin with, newer ones too: a package that cannot be unpacked here can still be stored and passed on. */
export interface RunStart {
  readonly version: number;
  readonly bits: number;
  readonly replica: string;
  readonly from: number;
  readonly count: number;
}

/** @throws PackFault for what is no head of any format. */
export function readStart(reader: ByteReader): RunStart {
  const version = reader.byte();
  if (version < packVersion) throw new PackFault('it is no package of changes');
  const bits = reader.byte();
  const replica = (bits & flags.textReplica) === 0 ? toBase64Url(reader.bytes(8)) : reader.text();
  const from = reader.whole();
  const count = reader.whole();
  if (replica.length > longestReplica || from < 1 || count < 1 || from + count > largestWhole) {
    throw new PackFault('its head is damaged');
  }
  return { version, bits, replica, from, count };
}

/** @throws PackFault for what is no head. @throws ProblemError OUT-SYN-003 for that of a newer version. */
export function readHead(reader: ByteReader): RunHead {
  const { version, bits, replica, from, count } = readStart(reader);
  if (version > packVersion) {
    throw new ProblemError(problem('OUT-SYN-003', { version, known: packVersion }));
  }
  const has = (flag: number) => (bits & flag) !== 0;
  if (bits > 31) throw new PackFault('its head is damaged');
  const prev = has(flags.prev) ? toBase64Url(reader.bytes(hashSize)) : undefined;
  return {
    replica,
    from,
    count,
    isDeflated: has(flags.deflated),
    isOneColumn: has(flags.oneColumn),
    prev: from === 1 ? '' : prev,
    prevCheck: has(flags.prevCheck) ? reader.bytes(checkSize) : undefined,
  };
}

/** Does a hash begin with these bytes? */
export function fitsCheck(check: Uint8Array, hash: string): boolean {
  const bytes = fromBase64Url(hash);
  return bytes !== undefined && check.every((byte, place) => byte === bytes[place]);
}

function packedReplica(replica: string): Uint8Array | undefined {
  return replica.length === 11 ? fromBase64Url(replica) : undefined;
}

/** @throws PackFault where the text is no hash. */
function hashOf(text: string): Uint8Array {
  const bytes = fromBase64Url(text);
  if (bytes?.length !== hashSize) throw new PackFault('the entry before the first has no hash');
  return bytes;
}
