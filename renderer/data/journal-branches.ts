import { hashEntry } from '#shared/changelog/codec.ts';
import type { Head } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';

export interface JournalEntry {
  readonly entry: Entry;
  readonly bytes: Uint8Array;
}

/** One possible history: rows that are not settled yet, and where it stands. */
interface Branch {
  readonly head: Head;
  readonly rows: readonly JournalEntry[];
}

export interface Settled {
  /** Rows that continue the log. */
  readonly log: readonly JournalEntry[];
  /** Rows of the other history, where a copy of the database was used elsewhere. */
  readonly fork: readonly JournalEntry[];
  /** Rows behind one that is missing or damaged. */
  readonly gap: readonly JournalEntry[];
}

/**
 * Follows the hash chain through the journal's rows of one replica. They may hold two histories under one replica id; the one
 * that goes on further is the log. No row is dropped.
 */
export class JournalBranches {
  #branches: readonly Branch[];
  #fork: JournalEntry[] = [];
  #gap: JournalEntry[] = [];
  /** The first number at which no row continues the chain; undefined while it holds. */
  brokenAt: number | undefined;

  constructor(head: Head) {
    this.#branches = [{ head, rows: [] }];
  }

  /** Takes all rows of the next number. */
  take(rows: readonly JournalEntry[]): void {
    const grown: Branch[] = [];
    for (const row of rows) {
      const { seq, prev } = row.entry;
      const before = this.#branches.find(({ head }) => seq === head.seq + 1 && prev === head.hash);
      const hash = hashEntry(row.entry);
      const isTwin = grown.some(({ head }) => head.hash === hash);
      if (before && !isTwin) grown.push({ head: { seq, hash }, rows: [...before.rows, row] });
      else if (!before) this.#lay(row);
    }
    if (grown.length > 0) this.#keep(grown);
    else this.brokenAt ??= rows[0]?.entry.seq;
  }

  /** What is certain by now; at the end, all of it. */
  settle(isEnd: boolean): Settled {
    const [first] = this.#branches;
    const isCertain = this.#branches.length === 1 || isEnd;
    if (!first || !isCertain) return { log: [], fork: [], gap: [] };
    this.#keep([first]);
    const settled = { log: first.rows, fork: this.#fork, gap: this.#gap };
    this.#branches = [{ head: first.head, rows: [] }];
    this.#fork = [];
    this.#gap = [];
    return settled;
  }

  /** A row of a number that the chain has: another history. Beyond a break: behind a gap. */
  #lay(row: JournalEntry): void {
    const isBehindGap = this.#branches.every(({ head }) => row.entry.seq > head.seq + 1);
    (isBehindGap ? this.#gap : this.#fork).push(row);
  }

  #keep(branches: readonly Branch[]): void {
    const stay = new Set(branches.flatMap(({ rows }) => rows));
    const left = new Set(this.#branches.flatMap(({ rows }) => rows.filter((row) => !stay.has(row))));
    this.#fork.push(...left);
    this.#branches = branches;
  }
}
