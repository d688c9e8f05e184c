import type { Entry } from '../changelog/entry.ts';
import { hashEntry } from '../changelog/codec.ts';
import type { ReplicaId } from '../kernel/ids.ts';
import { forkPointOf, keepsId } from './fork.ts';
import { renamedFork, restoredFork, type Branch } from './renamed-fork.ts';

/** Logs as they are held where a branch is taken in. */
export interface HeldLogs {
  /** Entries from a number on, and the hash of the log's last; undefined where some of them cannot be read here. */
  read(replica: ReplicaId, from: number): Promise<HeldEnd | undefined>;
  /** First entries of the logs that forked off others. */
  forks(): Promise<readonly Entry[]>;
}

export interface HeldEnd {
  readonly entries: readonly Entry[];
  readonly hash: string;
}

/** What becomes of a log. */
export interface LogChange {
  readonly replica: ReplicaId;
  /** Number of the last entry that stays; the log goes where it is 0 and nothing is added. */
  readonly keep: number;
  readonly added?: Branch;
}

interface OpenLog {
  readonly from: number;
  entries: Entry[];
  hash: string;
  keep: number;
}

/**
 * Takes a branch into the logs that are held, as a function of the entries alone: of two that differ under one number, `keepsId` tells whose
 * branch keeps the name. The other one goes on from 1 under a name that follows from its first entry, with all that had forked off
 * it, and forks there again where that name holds something else. Everybody who holds the same entries comes to the same logs.
 * @param branch continues what is held, or overlaps it: the entry before its first is held.
 * @returns the logs that change; undefined where something that would move cannot be read here.
 */
export async function planFork(branch: Branch, held: HeldLogs): Promise<readonly LogChange[] | undefined> {
  const forest = new Forest(held);
  try {
    await forest.insert(branch);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
  return forest.changes();
}

/**
 * May a log begin with this entry here? One that forked off another does where that one is held up to there and goes on otherwise,
 * as `keepsId` decides; else what it forked off comes first, or has to be settled first.
 */
export async function standsOn(first: Entry, held: HeldLogs): Promise<boolean> {
  const point = forkPointOf(first);
  if (!point) return true;
  const { replica, seq, prev } = point;
  const meant = restoredFork({ entries: [first], hash: '' })?.entries[0];
  const before = Math.max(1, seq - 1);
  const { entries } = (await held.read(replica, before)) ?? { entries: [] };
  const rival = entries[seq - before];
  return (
    meant !== undefined &&
    rival?.prev === prev &&
    hashEntry(rival) !== hashEntry(meant) &&
    keepsId(rival, meant)
  );
}

class Unreadable extends Error {}

class Forest {
  readonly #held: HeldLogs;
  readonly #logs = new Map<ReplicaId, OpenLog>();
  #forks: readonly Entry[] | undefined;

  constructor(held: HeldLogs) {
    this.#held = held;
  }

  async insert(branch: Branch): Promise<void> {
    const { entries, hash } = branch;
    const [first] = entries;
    const log = await this.#open(first.replica, first.seq);
    const start = first.seq - log.from;
    let same = 0;
    while (entries[same] && log.entries[start + same] && hashAt(branch, same) === hashAt(log, start + same))
      same += 1;
    const mine = log.entries[start + same];
    const theirs = branchFrom(branch, same);
    if (!theirs) return;
    if (!mine) {
      log.entries.push(...theirs.entries);
      log.hash = hash;
    } else if (keepsId(mine, theirs.entries[0])) {
      await this.insert(renamedFork(theirs));
    } else {
      const displaced = await this.#take(first.replica, mine.seq);
      log.entries.push(...theirs.entries);
      log.hash = hash;
      for (const one of displaced) await this.insert(renamedFork(one));
    }
  }

  /** Takes the end of a log away, and all that forked off it. @returns every branch as it stood in that log, from the same number on. */
  async #take(replica: ReplicaId, from: number): Promise<readonly Branch[]> {
    const log = await this.#open(replica, from);
    const tail = branchFrom(log, from - log.from);
    if (!tail) return [];
    const taken = [tail];
    for (const child of await this.#forksOf(replica, from)) {
      const point = forkPointOf(child);
      if (!point) continue;
      const [first, ...before] = tail.entries.slice(0, point.seq - from);
      const last = before.at(-1) ?? first;
      if (!first || !last || last.seq !== point.seq - 1 || hashEntry(last) !== point.prev) continue;
      for (const own of await this.#take(child.replica, 1)) {
        const restored = restoredFork(own);
        if (restored) taken.push({ ...restored, entries: [first, ...before, ...restored.entries] });
      }
    }
    log.keep = Math.min(log.keep, from - 1);
    log.hash = tail.entries[0].prev;
    log.entries.splice(from - log.from);
    return taken;
  }

  /** First entries of the logs that forked off a log behind a number. */
  async #forksOf(replica: ReplicaId, after: number): Promise<readonly Entry[]> {
    this.#forks ??= await this.#held.forks();
    const stored = this.#forks.filter((first) => !this.#logs.has(first.replica));
    const opened = [...this.#logs.values()].flatMap(({ entries }) => entries.slice(0, 1));
    return [...stored, ...opened].filter((first) => {
      const point = forkPointOf(first);
      return point?.replica === replica && point.seq > after;
    });
  }

  async #open(replica: ReplicaId, from: number): Promise<OpenLog> {
    const known = this.#logs.get(replica);
    if (known) return known;
    const end = await this.#held.read(replica, from);
    if (!end) throw new Unreadable();
    const opened = { from, entries: [...end.entries], hash: end.hash, keep: from - 1 + end.entries.length };
    this.#logs.set(replica, opened);
    return opened;
  }

  changes(): readonly LogChange[] {
    return [...this.#logs].flatMap(([replica, log]) => {
      const added = branchFrom(log, log.keep - log.from + 1);
      const wasCut = added === undefined && log.keep < log.from;
      return added ? [{ replica, keep: log.keep, added }] : wasCut ? [{ replica, keep: log.keep }] : [];
    });
  }
}

/** Every entry holds the hash of the one before it. */
function hashAt({ entries, hash }: HeldEnd, index: number): string {
  return entries[index + 1]?.prev ?? hash;
}

function branchFrom({ entries, hash }: HeldEnd, index: number): Branch | undefined {
  const [first, ...rest] = entries.slice(index);
  return first && { entries: [first, ...rest], hash };
}
