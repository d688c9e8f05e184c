import { normalizeIP } from '@fastify/rate-limit';
import { sha256Hex } from '#shared/kernel/canonical.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { AdminTriesRow } from '../storage/tables.ts';
import type { Hub } from './hub.ts';
import { TooOften } from './too-often.ts';

/** What a try in vain costs from one place, and from all together; ms. */
interface Pace {
  /** Tries in vain that cost nothing. */
  readonly free: number;
  readonly first: number;
  readonly longest: number;
}

const minute = 60_000;
const pace: Pace = { free: 5, first: 5_000, longest: 15 * minute };
/** So that many addresses together get nowhere. An address from which a right token came last is not held up by others, so nobody shuts the administrators out. */
const paceOfAll: Pace = { free: 50, first: 1_000, longest: minute };
const everybody = '*';
const forgottenAfter = 24 * 60 * minute;
/** That an address is known is written so often at most. */
const notedEvery = 60 * minute;

export interface Admin {
  /** Of the token. */
  readonly label: string;
  /** Of the token. */
  readonly hash: string;
}

/** Looks at tokens of administrators, one after the other, and gets slower with every wrong one. What it counts is in the database, so a restart helps nobody. */
export class AdminDoor {
  readonly #hub: Pick<Hub, 'storage' | 'clock'>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(hub: Pick<Hub, 'storage' | 'clock'>) {
    this.#hub = hub;
  }

  /** @param address of who asks. @throws ProblemError OUT-SYN-029 wrong token, OUT-SYN-061 too many wrong ones before. */
  let(token: string, address: string): Promise<Admin> {
    const turn = this.#last.then(() => this.#look(token, address));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #look(token: string, address: string): Promise<Admin> {
    const { storage, clock } = this.#hub;
    const now = clock.now();
    const source = normalizeIP(address);
    const rows = await storage.adminTries.read([source, everybody]);
    const own = rows.find((row) => row.source === source);
    const all = rows.find((row) => row.source === everybody);
    const isKnown = own?.failures === 0;
    const wait = Math.max(waitAfter(own, pace, now), isKnown ? 0 : waitAfter(all, paceOfAll, now));
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1000);
      throw new TooOften(problem('OUT-SYN-061', { seconds }), seconds);
    }
    const hash = sha256Hex(token);
    const found = await storage.tokens.use(hash, now);
    if (found === undefined) {
      await storage.adminTries.forget(now - forgottenAfter);
      for (const name of [source, everybody]) await storage.adminTries.fail(name, now, now - forgottenAfter);
      throw new ProblemError(problem('OUT-SYN-029'));
    }
    if (!isKnown || now - own.failedAt > notedEvery) await storage.adminTries.succeed(source, now);
    return { label: found.label, hash };
  }
}

/** Milliseconds until the next try counts. */
function waitAfter(row: AdminTriesRow | undefined, { free, first, longest }: Pace, now: number): number {
  if (row === undefined || row.failures < free) return 0;
  const pause = Math.min(longest, first * 2 ** Math.min(row.failures - free, 20));
  const left = row.failedAt + pause - now;
  // A clock that was set back must not bar the way for years.
  return left <= longest ? Math.max(0, left) : 0;
}
