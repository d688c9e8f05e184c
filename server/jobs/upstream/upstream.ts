import type { FastifyBaseLogger } from 'fastify';
import { ProblemError } from '#shared/kernel/errors.ts';
import type { Hub } from '../../hub/hub.ts';
import type { UpstreamRow } from '../../storage/tables.ts';
import { LeasedJob } from '../leased-job.ts';
import { RefusedAbove } from './hub-above.ts';
import { relayFiles } from './relay-files.ts';
import { relay } from './relay.ts';

/** Between two looks at what is due, ms. */
const restFor = 1000;
const firstPause = 1000;
const longestPause = 300_000;

/** Pause before the next attempt, ms: doubles with every failure, varied so that hubs do not come all at once. */
export function pauseAfter(failures: number, chance: number): number {
  const full = Math.min(longestPause, firstPause * 2 ** Math.min(failures, 20));
  return full * (0.5 + chance);
}

/** Milliseconds that the hub above wants to be left alone. */
function askedToWait(error: unknown): number {
  return error instanceof RefusedAbove ? (error.retryAfter ?? 0) : 0;
}

/** Brings this hub's workspaces to the hubs above and fetches what is new there, for as long as the hub runs; one of several processes does. */
export class UpstreamJob {
  readonly #hub: Hub;
  readonly #log: FastifyBaseLogger;
  readonly #seconds: number;
  readonly #job: LeasedJob;
  readonly #failures = new Map<string, number>();
  /** When each is due, epoch ms by this process's own clock. */
  readonly #due = new Map<string, number>();
  constructor(hub: Hub, log: FastifyBaseLogger, seconds: number) {
    this.#hub = hub;
    this.#log = log;
    this.#seconds = seconds;
    this.#job = new LeasedJob(hub, log, {
      name: 'upstream',
      gatherFor: 500,
      restFor,
      afterFailure: restFor,
      failure: 'hubs above could not be looked up',
      isNeeded: async () => (await hub.storage.upstreams.list()).length > 0,
      round: () => this.#round(),
    });
  }

  /** Lets a running exchange end. */
  stop(): Promise<void> {
    return this.#job.stop();
  }

  async #round(): Promise<number> {
    const upstreams = await this.#hub.storage.upstreams.list();
    await Promise.all(upstreams.map((upstream) => this.#exchangeIfDue(upstream)));
    return restFor;
  }

  async #exchangeIfDue(upstream: UpstreamRow): Promise<void> {
    const { id, workspace, address } = upstream;
    const now = Date.now();
    const failures = this.#failures.get(id) ?? 0;
    const hasNews = failures === 0 && (await this.#hasNews(upstream));
    if (!hasNews && now < (this.#due.get(id) ?? 0)) return;
    try {
      const { refused } = await relay(this.#hub, upstream);
      this.#failures.set(id, 0);
      this.#due.set(id, Date.now() + this.#seconds * 1000 * (0.8 + 0.4 * Math.random()));
      this.#told.set(id, await this.#stateOf(workspace));
      await this.#relayFiles(upstream);
      this.#hub.metrics.upstreamExchanges.inc({ result: refused.length === 0 ? 'ok' : 'refused' });
      const [first] = refused;
      if (first !== undefined) await this.#hub.storage.upstreams.failed(id, `${first.code} ${first.message}`);
    } catch (error) {
      this.#failures.set(id, failures + 1);
      this.#due.set(id, Date.now() + Math.max(pauseAfter(failures, Math.random()), askedToWait(error)));
      this.#hub.metrics.upstreamExchanges.inc({ result: 'failed' });
      const text = error instanceof ProblemError ? error.message : 'OUT-SYN-031';
      this.#log.warn({ err: error, address, workspace, failures: failures + 1 }, 'hub above not reached');
      await this.#hub.storage.upstreams.failed(id, text).catch(() => undefined);
    }
  }

  /** After the entries, until there are new ones or it is time to look for some. What goes wrong here does not hold up entries. */
  async #relayFiles(upstream: UpstreamRow): Promise<void> {
    const { id, workspace, address } = upstream;
    if (Date.now() < (this.#filesDue.get(id) ?? 0)) return;
    const end = Date.now() + this.#seconds * 1000;
    const isPaused = async () =>
      this.#job.isStopped || Date.now() > end || this.#told.get(id) !== (await this.#stateOf(workspace));
    const failures = this.#filesFailures.get(id) ?? 0;
    try {
      const last = await this.#hub.storage.blobs.last(workspace);
      if (!(await relayFiles(this.#hub, upstream, isPaused))) this.#due.set(id, 0);
      this.#toldFiles.set(id, last);
      this.#filesFailures.delete(id);
    } catch (error) {
      this.#filesFailures.set(id, failures + 1);
      this.#filesDue.set(id, Date.now() + Math.max(pauseAfter(failures, Math.random()), askedToWait(error)));
      this.#log.warn({ err: error, address, workspace }, 'attachments not exchanged with the hub above');
    }
  }

  readonly #filesFailures = new Map<string, number>();
  readonly #filesDue = new Map<string, number>();
  /** Number of the newest attachment at the last exchange. */
  readonly #toldFiles = new Map<string, number>();

  /** What was held at the last exchange, as text. */
  readonly #told = new Map<string, string>();

  async #hasNews({ id, workspace }: UpstreamRow): Promise<boolean> {
    const told = this.#told.get(id);
    if (told === undefined || told !== (await this.#stateOf(workspace))) return true;
    const isResting = Date.now() < (this.#filesDue.get(id) ?? 0);
    return !isResting && (await this.#hub.storage.blobs.last(workspace)) !== this.#toldFiles.get(id);
  }

  async #stateOf(workspace: string): Promise<string> {
    const row = await this.#hub.storage.workspaces.find(workspace);
    return `${row?.nextArrival ?? 0}/${row?.directoryVersion ?? 0}`;
  }
}
