import type { Problem } from '#shared/kernel/errors.ts';

const firstRest = 60_000;
const longestRest = 3_600_000;

interface Rest {
  readonly problem: Problem;
  /** Epoch ms. */
  readonly until: number;
  readonly failures: number;
}

/** Files that could not be exchanged for a reason of their own wait, longer each time, and hold up no others. */
export class Rests {
  readonly #rests = new Map<string, Rest>();

  isResting(hash: string, now: number): boolean {
    const rest = this.#rests.get(hash);
    // A clock that was set back must not make it wait for years.
    return rest !== undefined && now < rest.until && rest.until - now <= longestRest;
  }

  note(hash: string, problem: Problem, now: number): void {
    const failures = (this.#rests.get(hash)?.failures ?? 0) + 1;
    const rest = Math.min(longestRest, firstRest * 2 ** Math.min(failures - 1, 20));
    this.#rests.set(hash, { problem, until: now + rest, failures });
  }

  forget(hash: string): void {
    this.#rests.delete(hash);
  }

  clear(): void {
    this.#rests.clear();
  }
}
