import { problem, type Problem } from '../kernel/errors.ts';

/** Inclusive at both ends. */
export interface LogRange {
  readonly replica: string;
  readonly from: number;
  readonly to: number;
}

/** An own log as the database holds it: without gaps. `from` is 1 unless older entries were compacted away. */
export interface DatabaseLog extends LogRange {
  /** A fork of this log was dealt with before: what the journal has beyond `to` is the other branch. */
  readonly isForked?: boolean;
}

/** An own log as the journal holds it: ranges ascending, with gaps where rows were damaged. */
export interface JournalLog {
  readonly replica: string;
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
}

/** From `from` on, database and journal hold different entries under the same numbers: one was a copy used elsewhere. */
export interface Fork {
  readonly replica: string;
  readonly from: number;
}

export interface SetAsideRange extends LogRange {
  /** `gap`: an entry before them is in neither place. `fork`: the other branch of a forked log. */
  readonly reason: 'gap' | 'fork';
}

/** What to do so that database and journal hold the same own entries. Nothing in it removes anything. */
export interface JournalPlan {
  /** Read from the database and append to the journal. */
  readonly appendToJournal: readonly LogRange[];
  /** Read from the journal and append to the log of the database, in this order; each continues the log there. */
  readonly restoreToDatabase: readonly LogRange[];
  /** Journal rows that cannot continue the log: keep them in the database apart from it. */
  readonly setAside: readonly SetAsideRange[];
  /** Logs that must be written on under a new replica id. */
  readonly forks: readonly Fork[];
  /** What the user is told. Empty when nothing was missing but journal rows. */
  readonly notices: readonly Problem[];
}

/**
 * Looks for forked logs by comparing single entries, about log₂ of the length where there is one and one comparison
 * where there is none: entries are chained by hash, so equal entries mean equal logs before them.
 *
 * @param isSameAt whether one of the journal's rows of that number is the database's entry of that number.
 */
export async function findForks(
  database: readonly DatabaseLog[],
  journal: readonly JournalLog[],
  isSameAt: (replica: string, seq: number) => Promise<boolean>,
): Promise<Fork[]> {
  const forks: Fork[] = [];
  for (const log of database) {
    const kept = journal.find(({ replica }) => replica === log.replica);
    if (kept === undefined) continue;
    const common = kept.ranges.flatMap((range) => intersect(range, log));
    const count = common.reduce((sum, range) => sum + lengthOf(range), 0);
    if (count === 0 || (await isSameAt(log.replica, nth(common, count - 1)))) continue;
    let firstDifferent = count - 1;
    for (let low = 0; low < firstDifferent;) {
      const middle = Math.floor((low + firstDifferent) / 2);
      if (await isSameAt(log.replica, nth(common, middle))) low = middle + 1;
      else firstDifferent = middle;
    }
    forks.push({ replica: log.replica, from: nth(common, firstDifferent) });
  }
  return forks;
}

/** The pure decision at start; `forks` comes from `findForks`. */
export function planJournal(
  database: readonly DatabaseLog[],
  journal: readonly JournalLog[],
  forks: readonly Fork[],
): JournalPlan {
  const appendToJournal = database.flatMap((log) => {
    const fork = forks.find(({ replica }) => replica === log.replica);
    const held = journal.find(({ replica }) => replica === log.replica)?.ranges ?? [];
    // Of a forked log the journal has other entries under these numbers: it gets the database's as well.
    const same =
      fork === undefined ? held : held.flatMap((range) => intersect(range, { from: 1, to: fork.from - 1 }));
    return subtract(log, same);
  });
  const restoreToDatabase: LogRange[] = [];
  const setAside: SetAsideRange[] = [];
  for (const { replica, ranges } of journal) {
    const log = database.find((candidate) => candidate.replica === replica);
    if (log?.isForked === true) continue;
    const fork = forks.find((candidate) => candidate.replica === replica);
    if (fork !== undefined) {
      const branch = ranges.flatMap((range) => intersect(range, { from: fork.from, to: Infinity }));
      setAside.push(...branch.map((range) => ({ replica, ...range, reason: 'fork' as const })));
      continue;
    }
    let expected = (log?.to ?? 0) + 1;
    for (const range of ranges.flatMap((held) => intersect(held, { from: expected, to: Infinity }))) {
      if (range.from === expected) {
        restoreToDatabase.push({ replica, ...range });
        expected = range.to + 1;
      } else {
        setAside.push({ replica, ...range, reason: 'gap' });
      }
    }
  }
  const notices = noticesOf(database, restoreToDatabase, setAside, forks);
  return { appendToJournal, restoreToDatabase, setAside, forks, notices };
}

function noticesOf(
  database: readonly DatabaseLog[],
  restored: readonly LogRange[],
  setAside: readonly SetAsideRange[],
  forks: readonly Fork[],
): Problem[] {
  const notices: Problem[] = [];
  const count = restored.reduce((sum, range) => sum + lengthOf(range), 0);
  if (count > 0 && database.length === 0) {
    notices.push(
      problem('OUT-STO-003', { recovered: `${entries(count)} written here came back from the journal.` }),
    );
  } else if (count > 0) {
    notices.push(problem('OUT-STO-013', { entries: entries(count) }));
  }
  const behindGap = setAside.filter(({ reason }) => reason === 'gap');
  if (behindGap.length > 0) {
    const kept = behindGap.reduce((sum, range) => sum + lengthOf(range), 0);
    notices.push(problem('OUT-STO-014', { entries: entries(kept) }));
  }
  notices.push(...forks.map(({ replica, from }) => problem('OUT-LOG-005', { replica, seq: from })));
  return notices;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

function lengthOf(span: Span): number {
  return span.to - span.from + 1;
}

/** The number at a position of ascending spans, from 0. */
function nth(spans: readonly Span[], position: number): number {
  let left = position;
  for (const span of spans) {
    if (left < lengthOf(span)) return span.from + left;
    left -= lengthOf(span);
  }
  throw new RangeError(`Position ${position} lies outside the spans.`);
}

function intersect(a: Span, b: Span): Span[] {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from <= to ? [{ from, to }] : [];
}

function subtract(log: LogRange, held: readonly Span[]): LogRange[] {
  const missing: LogRange[] = [];
  let from = log.from;
  for (const span of held) {
    if (span.from > from) missing.push({ replica: log.replica, from, to: Math.min(span.from - 1, log.to) });
    from = Math.max(from, span.to + 1);
    if (from > log.to) break;
  }
  if (from <= log.to) missing.push({ replica: log.replica, from, to: log.to });
  return missing;
}
