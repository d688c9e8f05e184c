import type { Catalogue } from '#shared/definition/catalogue.ts';
import { noHead } from '#shared/changelog/chain.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { findReplica, type Directory } from '#shared/sync/directory.ts';
import { verifyHead } from '#shared/sync/keys.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { openRun } from '#shared/sync/wire.ts';
import type { OutpostDatabase } from '../database.ts';
import { readEnds } from '../log.ts';
import { receiveRuns, type Received, type ReceivedRun } from '../receive.ts';

export interface TakenIn extends Pick<Received, 'n' | 'entries' | 'records' | 'reached'> {
  /** Replicas whose runs did not fit, and why; the runs are kept aside. */
  readonly refused: ReadonlyMap<string, Problem>;
}

interface RefusedRun {
  readonly packed: PackedRun;
  readonly problem: Problem;
}

/**
 * Takes runs from elsewhere into the log, in one transaction. What cannot be read, is not signed as it says, or does not continue
 * its log is kept aside with the reason, and stops nothing else.
 */
export async function takeIn(
  database: OutpostDatabase,
  catalogue: Catalogue,
  directory: Directory,
  runs: readonly PackedRun[],
  now: number,
): Promise<TakenIn> {
  const { heads } = await readEnds(
    database,
    runs.map(({ replica }) => replica),
  );
  const ends = new Map(heads);
  const read = new Map<ReceivedRun, PackedRun>();
  const refused: RefusedRun[] = [];
  for (const packed of runs) {
    const head = ends.get(packed.replica) ?? noHead;
    if (packed.to <= head.seq) continue;
    try {
      const run = openPacked(directory, packed, head);
      ends.set(packed.replica, { seq: packed.to, hash: run.hash });
      read.set(run, packed);
    } catch (error) {
      refused.push({ packed, problem: faultOf(error) });
    }
  }
  const received = await receiveRuns(database, catalogue, [...read.keys()]);
  for (const { run, problem: found } of received.unfit) {
    const packed = read.get(run);
    if (packed) refused.push({ packed, problem: found });
  }
  await keepAside(database, refused, now);
  const { n, entries, records, reached } = received;
  return {
    n,
    entries,
    records,
    reached,
    refused: new Map(refused.map((one) => [one.packed.replica, one.problem])),
  };
}

/** @throws ProblemError OUT-SYN-001 … 009 where it is not what it says it is. */
function openPacked(
  directory: Directory,
  packed: PackedRun,
  held: { readonly seq: number; readonly hash: string },
): ReceivedRun {
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
  return { entries, hash: head.hash, ...(signature && author ? { signature } : {}) };
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
