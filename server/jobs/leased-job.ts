import type { FastifyBaseLogger } from 'fastify';
import type { Hub } from '../hub/hub.ts';
import { Lease, leaseLife, type leaseNames } from './lease.ts';

/** What a job does, and when. Times are milliseconds. */
export interface JobPlan {
  readonly name: (typeof leaseNames)[number];
  /** After news, so that what comes together is done together. */
  readonly gatherFor: number;
  /** While another process has the job, or nothing asks for it. */
  readonly restFor: number;
  readonly afterFailure: number;
  /** What the log says of a round that failed. */
  readonly failure: string;
  /** Whether anything asks for the job at all; always if absent. */
  readonly isNeeded?: () => Promise<boolean>;
  /** @returns the pause after it, where no news come. */
  readonly round: () => Promise<number>;
}

/** A job that goes on for as long as the hub runs, woken by news; one of several processes does it. */
export class LeasedJob {
  readonly #plan: JobPlan;
  readonly #log: FastifyBaseLogger;
  readonly #lease: Lease;
  readonly #stopListening: () => void;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  #hasNews = false;
  #running: Promise<void> | undefined;

  constructor({ storage }: Hub, log: FastifyBaseLogger, plan: JobPlan) {
    this.#plan = plan;
    this.#log = log;
    this.#lease = new Lease(storage.leases, plan.name);
    this.#stopListening = storage.onChange(() => {
      this.#hasNews = true;
      this.#wakeIn(plan.gatherFor);
    });
    this.#wakeIn(0);
  }

  /** To be asked within a round: it is to come to its end. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Lets a running round come to its end. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopListening();
    clearTimeout(this.#timer);
    await this.#running;
    await this.#lease.release().catch(() => undefined);
  }

  #wakeIn(delay: number): void {
    if (this.#isStopped || this.#running !== undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#hasNews = false;
      this.#running = this.#round().then((pause) => {
        this.#running = undefined;
        this.#wakeIn(this.#hasNews ? Math.min(this.#plan.gatherFor, pause) : pause);
      });
    }, delay);
  }

  async #round(): Promise<number> {
    const { isNeeded, round, restFor, afterFailure, failure } = this.#plan;
    // A round may take longer than a lease lives.
    const beating = setInterval(() => void this.#beat(), leaseLife / 5);
    try {
      if (isNeeded && !(await isNeeded())) return restFor;
      return (await this.#lease.hold()) ? await round() : restFor;
    } catch (error) {
      this.#log.warn({ err: error }, failure);
      return afterFailure;
    } finally {
      clearInterval(beating);
    }
  }

  async #beat(): Promise<void> {
    await this.#lease.hold().catch(() => false);
  }
}
