import type { Catalogue } from '#shared/definition/catalogue.ts';
import { noHead, type Head } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import type { Directory } from '#shared/sync/directory.ts';
import { forkPointOf } from '#shared/sync/fork.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import type { Vector } from '#shared/sync/vector.ts';
import { StubGate } from '#shared/sync/stub-gate.ts';
import type { OutpostDatabase } from '../database.ts';
import { readEnds } from '../log.ts';
import { receiveRuns, type Received, type ReceivedRun } from '../receive.ts';
import { hashHere } from './held-branches.ts';
import { changeHub, readHubs } from './hub-rows.ts';
import { insertBranch } from './insert-branch.ts';
import { faultOf, openPacked } from './open-packed.ts';
import { knownOrders } from '../redaction/known-orders.ts';
import { forgetHoldings } from './peers.ts';

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
  /** Number up to which a log is still what it was: the rest was moved because of a fork. */
  readonly shortened: Vector;
  /** Logs that whoever sent them has to move: number of the last entry that both hold. */
  readonly outdone: Vector;
  /** It was the log that this database writes: it has another identity now, and no hub knows it. */
  readonly stopped?: Problem;
}

/** Where runs come from. */
export interface RunSource {
  /** Devices and their keys, as the hub signed them. */
  readonly directory: Directory;
  /** A hub can be asked for what does not continue the log here; of a file it is kept. */
  readonly isHub: boolean;
  /** Replica that made the file. */
  readonly sender?: string;
}

/** With what keeps out entries whose contents somebody took away on the way; a hub is believed. */
interface GatedSource extends RunSource {
  readonly gate?: StubGate;
}

/** The run continues another history than is held here, or one of which the beginning is not held. */
const parting: ReadonlySet<string> = new Set(['OUT-SYN-005', 'OUT-SYN-009', 'OUT-LOG-001', 'OUT-LOG-002']);

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

/** Where an answer or a file leaves off. */
interface Progress {
  n: number;
  entries: number;
  reached: Vector;
  readonly refused: RefusedRun[];
}

/**
 * Takes runs from elsewhere into the log. What continues what is here comes a few thousand entries in one transaction; the next ones are unpacked and encoded
 * while it is written. Each branch that parts from what is here comes behind, in a transaction of its own. What cannot be read, is not signed as it says, or does not
 * stand on what is here is kept aside with the reason, and stops nothing else.
 */
export async function takeIn(
  parts: TakingParts,
  from: RunSource,
  runs: readonly PackedRun[],
  now: number,
): Promise<TakenIn> {
  const { database } = parts;
  const source: GatedSource = from.isHub
    ? from
    : { ...from, gate: new StubGate(await knownOrders(database)) };
  const { n, heads } = await readEnds(
    database,
    runs.map(({ replica }) => replica),
  );
  const progress: Progress = { n, entries: 0, reached: {}, refused: [] };
  const ends = new Map(heads);
  const apart = new Apart();
  let opened: OpenedPiece | undefined;
  for (const [piece, next] of inPieces(runs)) {
    const current = opened ?? openPiece(source, ends, apart, piece, now);
    opened = undefined;
    await receive(parts, current, progress, () => {
      opened ??= openPiece(source, ends, apart, next, now);
    });
  }
  const { plain, branches, refused } = await readRuns(database, source, apart.runs, now);
  await receive(parts, { read: plain, refused }, progress);
  const settled = await insertBranches(parts, branches);
  progress.refused.push(...settled.refused);
  const kept = progress.refused.filter((one) => !source.isHub || !parting.has(one.problem.code));
  await keepAside(database, kept, now);
  return {
    n: Math.max(progress.n, settled.n),
    entries: progress.entries + settled.entries,
    reached: { ...progress.reached, ...settled.reached },
    refused: new Map(progress.refused.map((one) => [one.packed.replica, one.problem])),
    shortened: settled.shortened,
    outdone: settled.outdone,
    ...(settled.stopped ? { stopped: settled.stopped } : {}),
  };
}

async function receive(
  { database, catalogue, onTaken }: TakingParts,
  { read, refused }: OpenedPiece,
  progress: Progress,
  meanwhile?: () => void,
): Promise<void> {
  const received = await receiveRuns(database, catalogue, [...read.keys()], meanwhile);
  progress.refused.push(...refused);
  for (const { run, problem: found } of received.unfit) {
    const packed = read.get(run);
    if (packed) progress.refused.push({ packed, problem: found });
  }
  if (received.entries > 0) onTaken?.(received);
  progress.n = Math.max(progress.n, received.n);
  progress.entries += received.entries;
  progress.reached = { ...progress.reached, ...received.reached };
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

/** Runs that have to be compared with what is here, and those behind them of the same replicas. */
class Apart {
  readonly runs: PackedRun[] = [];
  readonly #replicas = new Set<string>();

  has(replica: string): boolean {
    return this.#replicas.has(replica);
  }

  add(run: PackedRun): void {
    this.#replicas.add(run.replica);
    this.runs.push(run);
  }
}

/** Those that go on where the log ends. @param ends of the logs when everything before is in; moved on. */
function openPiece(
  source: GatedSource,
  ends: Map<string, Head>,
  apart: Apart,
  runs: readonly PackedRun[],
  now: number,
): OpenedPiece {
  const read = new Map<ReceivedRun, PackedRun>();
  const refused: RefusedRun[] = [];
  for (const packed of runs) {
    const { replica, from, to } = packed;
    const head = ends.get(replica) ?? noHead;
    if (from <= head.seq || apart.has(replica)) {
      apart.add(packed);
      continue;
    }
    try {
      const run = openPacked(source.directory, packed, from === head.seq + 1 ? head.hash : undefined);
      letIn(source, run.entries);
      if (isFork(run, head.seq)) apart.add(packed);
      else {
        ends.set(replica, { seq: to, hash: run.hash });
        read.set({ ...run, receivedAt: now }, packed);
      }
    } catch (error) {
      refused.push({ packed, problem: faultOf(error) });
    }
  }
  return { read, refused };
}

interface ReadRuns {
  /** Those that continue their logs. */
  readonly plain: ReadonlyMap<ReceivedRun, PackedRun>;
  /** Those that part from them, and those that begin a log which forked off another. */
  readonly branches: ReadonlyMap<ReceivedRun, PackedRun>;
  readonly refused: RefusedRun[];
}

/** Compares runs with what is here of their logs. */
async function readRuns(
  database: OutpostDatabase,
  source: GatedSource,
  runs: readonly PackedRun[],
  now: number,
): Promise<ReadRuns> {
  const { heads } = await readEnds(
    database,
    runs.map(({ replica }) => replica),
  );
  const ends = new Map(heads);
  const plain = new Map<ReceivedRun, PackedRun>();
  const branches = new Map<ReceivedRun, PackedRun>();
  const parted = new Set<string>();
  const refused: RefusedRun[] = [];
  for (const packed of runs) {
    const { replica, from, to } = packed;
    const head = ends.get(replica) ?? noHead;
    const isHeld = from <= head.seq && !parted.has(replica);
    try {
      const prev =
        from === head.seq + 1 ? head.hash : isHeld ? await hashHere(database, replica, from - 1) : undefined;
      const run = { ...openPacked(source.directory, packed, prev), receivedAt: now };
      letIn(
        source,
        run.entries.filter(({ seq }) => seq > head.seq),
      );
      if (isHeld && (await isAlike(database, run, Math.min(to, head.seq)))) {
        if (to <= head.seq) continue;
      } else if (isHeld || isFork(run, head.seq)) parted.add(replica);
      ends.set(replica, { seq: to, hash: run.hash });
      (parted.has(replica) ? branches : plain).set(run, packed);
    } catch (error) {
      refused.push({ packed, problem: faultOf(error) });
    }
  }
  return { plain, branches, refused };
}

/** @throws ProblemError OUT-RED-004 where contents are missing that no order of two people named (RED-131). */
function letIn({ gate, sender }: GatedSource, entries: readonly Entry[]): void {
  gate?.learn(entries);
  const fault = entries[0]?.replica === sender ? undefined : gate?.faultIn(entries);
  if (fault) throw new ProblemError(fault);
}

function isFork({ entries: [first] }: ReceivedRun, held: number): boolean {
  return held === 0 && first !== undefined && forkPointOf(first) !== undefined;
}

/** Does the run say the same as what is held, up to a number that both hold? Every entry holds the hash of the one before it. */
async function isAlike(
  database: OutpostDatabase,
  { entries, hash }: ReceivedRun,
  seq: number,
): Promise<boolean> {
  const [first] = entries;
  const theirs = entries[seq + 1 - (first?.seq ?? 0)]?.prev ?? hash;
  return first !== undefined && theirs === (await hashHere(database, first.replica, seq));
}

interface Settled extends Omit<TakenIn, 'refused'> {
  readonly refused: readonly RefusedRun[];
}

async function insertBranches(
  { database, catalogue, onTaken }: TakingParts,
  branches: ReadonlyMap<ReceivedRun, PackedRun>,
): Promise<Settled> {
  const reached: Record<string, number> = {};
  const shortened: Record<string, number> = {};
  const outdone: Record<string, number> = {};
  const refused: RefusedRun[] = [];
  let [n, entries] = [0, 0];
  let stopped: Problem | undefined;
  for (const [run, packed] of branches) {
    const { replica, from, to } = packed;
    const inserted = await insertBranch(database, catalogue, run);
    if (!inserted) {
      refused.push({ packed, problem: problem('OUT-SYN-005', { replica, seq: from }) });
      continue;
    }
    n = Math.max(n, inserted.n);
    entries += inserted.entries;
    onTaken?.({ n: inserted.n, records: inserted.records, config: true });
    for (const [cut, keep] of Object.entries(inserted.shortened)) {
      shortened[cut] = Math.min(shortened[cut] ?? keep, keep);
    }
    if (inserted.keepsName) reached[replica] = to;
    else outdone[replica] ??= from - 1;
    if (inserted.lost > 0) stopped = await stopEverywhere(database, inserted.lost);
  }
  if (Object.keys(shortened).length > 0) await forgetHoldings(database, shortened);
  return { n, entries, reached, shortened, outdone, refused, ...(stopped ? { stopped } : {}) };
}

async function stopEverywhere(database: OutpostDatabase, entries: number): Promise<Problem> {
  const found = problem('OUT-SYN-054', { entries: entries === 1 ? '1 entry' : `${entries} entries` });
  for (const hub of await readHubs(database)) await changeHub(database, hub.id, { stopped: found });
  return found;
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
