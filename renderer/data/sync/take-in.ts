import type { Catalogue } from '#shared/definition/catalogue.ts';
import { noHead, type Head } from '#shared/changelog/chain.ts';
import { encodeEntries } from '#shared/changelog/codec.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { findReplica, type Directory } from '#shared/sync/directory.ts';
import { verifyHead } from '#shared/sync/keys.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import type { Vector } from '#shared/sync/vector.ts';
import { openRun } from '#shared/sync/wire.ts';
import type { OutpostDatabase } from '../database.ts';
import { readEnds } from '../log.ts';
import { receiveRuns, type Received, type ReceivedRun } from '../receive.ts';

/** Entries came in and are on the disk: the arrival number of the newest, and the records that changed. */
export type News = Pick<Received, 'n' | 'records' | 'config'>;

export interface TakingParts {
  readonly database: OutpostDatabase;
  readonly catalogue: Catalogue;
  /** Told piece by piece, so that others can go on with the first while the next comes in. */
  readonly onTaken?: (news: News) => void;
}

export interface TakenIn extends Pick<Received, 'n' | 'entries' | 'reached'> {
  /** Replicas whose runs did not fit, and why; the runs are kept aside. */
  readonly refused: ReadonlyMap<string, Problem>;
}

interface RefusedRun {
  readonly packed: PackedRun;
  readonly problem: Problem;
}

/** Runs of one transaction, unpacked. */
interface OpenedPiece {
  readonly read: ReadonlyMap<ReceivedRun, PackedRun>;
  readonly refused: RefusedRun[];
}

/** Entries from which on a transaction takes no further run. */
const entriesAtOnce = 2000;

/**
 * Takes runs from elsewhere into the log, a few thousand entries in one transaction; the next ones are unpacked and encoded while it is written. What
 * cannot be read, is not signed as it says, or does not continue its log is kept aside with the reason, and stops nothing else.
 */
export async function takeIn(
  { database, catalogue, onTaken }: TakingParts,
  directory: Directory,
  runs: readonly PackedRun[],
  now: number,
): Promise<TakenIn> {
  const { n: before, heads } = await readEnds(
    database,
    runs.map(({ replica }) => replica),
  );
  const ends = new Map(heads);
  const refused: RefusedRun[] = [];
  let [n, entries] = [before, 0];
  let reached: Vector = {};
  let opened: OpenedPiece | undefined;
  for (const [piece, next] of inPieces(runs)) {
    const current = opened ?? openPiece(directory, ends, piece, now);
    opened = undefined;
    const received = await receiveRuns(database, catalogue, [...current.read.keys()], () => {
      opened ??= openPiece(directory, ends, next, now);
    });
    const unfit = received.unfit.flatMap(({ run, problem: found }): RefusedRun[] => {
      const packed = current.read.get(run);
      return packed ? [{ packed, problem: found }] : [];
    });
    const aside = [...current.refused, ...unfit];
    await keepAside(database, aside, now);
    refused.push(...aside);
    if (received.entries > 0) onTaken?.(received);
    n = received.n;
    entries += received.entries;
    reached = { ...reached, ...received.reached };
  }
  return {
    n,
    entries,
    reached,
    refused: new Map(refused.map((one) => [one.packed.replica, one.problem])),
  };
}

/** Runs of one transaction each, with those of the next. */
function inPieces(
  runs: readonly PackedRun[],
): readonly (readonly [piece: readonly PackedRun[], next: readonly PackedRun[]])[] {
  const pieces: PackedRun[][] = [];
  let entries = Infinity;
  for (const run of runs) {
    if (entries >= entriesAtOnce) {
      pieces.push([]);
      entries = 0;
    }
    pieces.at(-1)?.push(run);
    entries += run.to - run.from + 1;
  }
  return pieces.map((piece, index) => [piece, pieces[index + 1] ?? []]);
}

/** Those that are not here yet. @param ends of the logs when everything before is in; moved on. */
function openPiece(
  directory: Directory,
  ends: Map<string, Head>,
  runs: readonly PackedRun[],
  now: number,
): OpenedPiece {
  const read = new Map<ReceivedRun, PackedRun>();
  const refused: RefusedRun[] = [];
  for (const packed of runs) {
    const head = ends.get(packed.replica) ?? noHead;
    if (packed.to <= head.seq) continue;
    try {
      const run = openPacked(directory, packed, head);
      ends.set(packed.replica, { seq: packed.to, hash: run.hash });
      read.set({ ...run, receivedAt: now }, packed);
    } catch (error) {
      refused.push({ packed, problem: faultOf(error) });
    }
  }
  return { read, refused };
}

/** @throws ProblemError OUT-SYN-001 … 009 where it is not what it says it is. */
function openPacked(directory: Directory, packed: PackedRun, held: Head): ReceivedRun {
  const { replica, from, to, bytes, signature } = packed;
  const { entries, head } = openRun(bytes, from === held.seq + 1 ? { prev: held.hash } : {});
  const [first] = entries;
  if (first?.replica !== replica || first.seq !== from || head.seq !== to) {
    throw new ProblemError(
      problem('OUT-SYN-001', { fault: 'its numbers are others than those it is named by' }),
    );
  }
  const author = findReplica(directory, replica);
  const signed = { workspace: directory.workspace, replica, ...head };
  if (signature && author && !verifyHead(author.signKey, signed, signature)) {
    throw new ProblemError(problem('OUT-SYN-006', { replica, seq: to }));
  }
  const encoded = encodeEntries(entries);
  return { entries, hash: head.hash, encoded, ...(signature && author ? { signature } : {}) };
}

function faultOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return problem('OUT-SYN-001', { fault: error instanceof Error ? error.message : String(error) });
}

async function keepAside(
  database: OutpostDatabase,
  refused: readonly RefusedRun[],
  now: number,
): Promise<void> {
  await database.aside.bulkPut(
    refused.map(({ packed: { replica, from, bytes }, problem: found }) => ({
      key: `${replica}:${from}:${found.code}`,
      reason: 'refused' as const,
      bytes,
      at: now,
      problem: found,
    })),
  );
}
