import type { Catalogue } from '#shared/definition/catalogue.ts';
import { noHead, type Head } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { hashEntry } from '#shared/changelog/codec.ts';
import { canExtend, compareEntries, extendFold, foldRecord, isJudging } from '#shared/changelog/fold.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import type { Vector } from '#shared/sync/vector.ts';
import { Counters } from './counters.ts';
import type { LogRow, OutpostDatabase, RecordRow } from './database.ts';
import { Histories } from './histories.ts';
import { readIdentity } from './identity.ts';
import { readEnds, toLogRow, type WritingEnds } from './log.ts';
import { recordRow } from './record-rows.ts';
import { isOvertaken } from './storage-problem.ts';
import { writeAtOnce } from './transaction.ts';

/** Entries of one replica that follow each other, written elsewhere. */
export interface ReceivedRun {
  readonly entries: readonly Entry[];
  /** Hash of its last entry. */
  readonly hash: string;
  /** The author's signature of the head at its last entry. */
  readonly signature?: Uint8Array;
  /** The entries as `encodeEntries` writes them, where somebody had the time. */
  readonly encoded?: Uint8Array;
  /** When it arrived, epoch ms. */
  readonly receivedAt?: number;
}

/** A run that does not continue what is here of its replica's log. */
export interface UnfitRun {
  readonly run: ReceivedRun;
  readonly problem: Problem;
}

export interface Received {
  /** Arrival number of the last entry of the log. */
  readonly n: number;
  /** Entries that were new. */
  readonly entries: number;
  /** Records that they are about. */
  readonly records: readonly string[];
  /** Configuration is among them. */
  readonly config: boolean;
  /** Number of the newest entry that was taken in of each replica. */
  readonly reached: Vector;
  /** Nothing of these was written. */
  readonly unfit: readonly UnfitRun[];
}

/**
 * Appends entries that were written elsewhere (another replica, or this device before its database was lost) in one
 * transaction. What is there already is left out. Records are folded anew where the entries do not come last.
 * @param meanwhile work for the time in which the disk is waited for; called where anything is written, after a collision again.
 */
export async function receiveRuns(
  database: OutpostDatabase,
  catalogue: Catalogue,
  runs: readonly ReceivedRun[],
  meanwhile: () => void = () => undefined,
): Promise<Received> {
  for (;;) {
    try {
      return await attempt(database, catalogue, runs, meanwhile);
    } catch (error) {
      if (!isOvertaken(error)) throw error;
    }
  }
}

/**
 * The same for one run. Returns the arrival number of the last entry of the log.
 * @throws ProblemError OUT-LOG-001, OUT-LOG-002 where the run does not continue the replica's log.
 */
export async function receiveEntries(
  database: OutpostDatabase,
  catalogue: Catalogue,
  entries: readonly Entry[],
): Promise<number> {
  const last = entries.at(-1);
  const runs = last ? [{ entries, hash: hashEntry(last) }] : [];
  const { n, unfit } = await receiveRuns(database, catalogue, runs);
  if (unfit[0]) throw new ProblemError(unfit[0].problem);
  return n;
}

interface NewRun extends ReceivedRun {
  /** Arrival number of its first entry. */
  readonly first: number;
}

async function attempt(
  database: OutpostDatabase,
  catalogue: Catalogue,
  runs: readonly ReceivedRun[],
  meanwhile: () => void,
): Promise<Received> {
  const ends = await readEnds(
    database,
    runs.map(({ entries }) => entries[0]?.replica ?? ''),
  );
  const { fresh, unfit, n } = sortOut(ends, runs);
  const entries = fresh.flatMap((run) => run.entries);
  if (entries.length === 0) return { n, entries: 0, records: [], config: false, reached: {}, unfit };
  const byRecord = groupBy(entries, (entry) => entry.record);
  const ids = [...byRecord.keys()];
  const rows = await database.records.bulkGet(ids);
  const known = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const states = new Map<string, FoldState>();
  const histories = new Histories(database);
  for (const [id, arrived] of byRecord) {
    const state = foldOn(known.get(id)?.state, arrived);
    states.set(id, state ?? (await foldAll(histories, known.get(id), arrived)));
  }
  const shortCode = (await readIdentity(database))?.shortCode;
  // A number that came back must not be given again.
  const counters = shortCode ? new Counters(ends.counters).behind(entries, shortCode) : [];
  const logRows = fresh.map(logRowOf);
  const recordRows = rowsOf(catalogue, states, known, fresh);
  const written = writeAtOnce(database, ['log', 'records', 'meta'], (store) => {
    for (const row of logRows) store('log').add(row);
    for (const row of recordRows) store('records').put(row);
    for (const counter of counters) store('meta').put(counter);
  });
  meanwhile();
  await written;
  const reached = Object.fromEntries(logRows.map(({ replica, to }) => [replica, to]));
  const config = recordRows.some((row) => row.config !== undefined);
  return { n, entries: entries.length, records: ids, config, reached, unfit };
}

/** Tells what is new, where each run comes to stand, and which do not fit. */
function sortOut(
  { n: before, heads }: WritingEnds,
  runs: readonly ReceivedRun[],
): { readonly fresh: readonly NewRun[]; readonly unfit: readonly UnfitRun[]; readonly n: number } {
  const fresh: NewRun[] = [];
  const unfit: UnfitRun[] = [];
  const reached = new Map(heads);
  let n = before;
  for (const run of runs) {
    const replica = run.entries[0]?.replica ?? '';
    const head = reached.get(replica) ?? noHead;
    const entries = run.entries.filter(({ seq }) => seq > head.seq);
    const last = entries.at(-1);
    if (!last) continue;
    const fault = faultAfter(head, entries);
    if (fault) {
      unfit.push({ run, problem: fault });
      continue;
    }
    const { encoded, ...rest } = run;
    const isWhole = entries.length === run.entries.length;
    fresh.push({ ...rest, entries, first: n + 1, ...(isWhole && encoded ? { encoded } : {}) });
    n += entries.length;
    reached.set(replica, { seq: last.seq, hash: run.hash });
  }
  return { fresh, unfit, n };
}

function faultAfter(head: Head, [first]: readonly Entry[]): Problem | undefined {
  if (!first) return undefined;
  const where = { replica: first.replica, seq: first.seq, source: 'where it came from' };
  if (first.seq !== head.seq + 1) return problem('OUT-LOG-002', { ...where, expected: head.seq + 1 });
  return first.prev === head.hash ? undefined : problem('OUT-LOG-001', where);
}

function logRowOf({ entries, first, hash, signature, encoded, receivedAt }: NewRun): LogRow {
  const row = toLogRow(first, entries, { seq: entries.at(-1)?.seq ?? 0, hash }, encoded);
  return {
    ...row,
    ...(signature ? { signature } : {}),
    ...(receivedAt === undefined ? {} : { receivedAt }),
  };
}

function rowsOf(
  catalogue: Catalogue,
  states: ReadonlyMap<string, FoldState>,
  known: ReadonlyMap<string, RecordRow>,
  runs: readonly NewRun[],
): readonly RecordRow[] {
  const newest = new Map<string, number>();
  const places = new Map<string, number[]>();
  for (const { entries, first } of runs) {
    entries.forEach(({ record }, index) => {
      newest.set(record, first + index);
      const own = places.get(record);
      if (!own) places.set(record, [first]);
      else if (own.at(-1) !== first) own.push(first);
    });
  }
  return [...states].map(([id, state]) =>
    recordRow(catalogue, state, {
      n: newest.get(id) ?? 0,
      places: [...(known.get(id)?.places ?? []), ...(places.get(id) ?? [])],
    }),
  );
}

/** The state with entries that come after all it knows; undefined where they do not. */
function foldOn(known: FoldState | undefined, arrived: readonly Entry[]): FoldState | undefined {
  let state = known;
  for (const entry of [...arrived].sort(compareEntries)) {
    const isLast = !state || canExtend(state, entry);
    if (!isLast || isJudging(entry)) return undefined;
    state = extendFold(state, entry);
  }
  return state;
}

async function foldAll(
  histories: Histories,
  row: RecordRow | undefined,
  arrived: readonly Entry[],
): Promise<FoldState> {
  return foldRecord([...(row ? await histories.of(row) : []), ...arrived]);
}
