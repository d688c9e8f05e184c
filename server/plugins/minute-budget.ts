import { problem } from '#shared/kernel/errors.ts';
import { TooOften } from '../hub/too-often.ts';

export interface Spending {
  readonly requests: number;
  readonly bytes: number;
}

interface Spent {
  readonly since: number;
  requests: number;
  bytes: number;
}

const minute = 60_000;

/** What each of many may ask for in a minute, in this process. Those of past minutes are forgotten. */
export class MinuteBudget {
  readonly #most: Spending;
  readonly #spent = new Map<string, Spent>();
  #sweptAt = 0;

  constructor(most: Spending) {
    this.#most = most;
  }

  /** Counts; bytes that went over it are paid by the next. @throws TooOften OUT-SYN-064 where the minute's budget is used up. */
  spend(who: string, { requests = 0, bytes = 0 }: Partial<Spending>, now = performance.now()): void {
    const spent = this.#of(who, now);
    if (spent.requests + requests > this.#most.requests || spent.bytes > this.#most.bytes) {
      const seconds = Math.max(1, Math.ceil((spent.since + minute - now) / 1000));
      throw new TooOften(problem('OUT-SYN-064', { who, seconds }), seconds);
    }
    spent.requests += requests;
    spent.bytes += bytes;
  }

  /** Counts what has gone out already. */
  note(who: string, bytes: number, now = performance.now()): void {
    this.#of(who, now).bytes += bytes;
  }

  #of(who: string, now: number): Spent {
    this.#sweep(now);
    const known = this.#spent.get(who);
    if (known && now - known.since < minute) return known;
    const fresh = { since: now, requests: 0, bytes: 0 };
    this.#spent.set(who, fresh);
    return fresh;
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < minute) return;
    this.#sweptAt = now;
    for (const [who, { since }] of this.#spent) if (now - since >= minute) this.#spent.delete(who);
  }
}
