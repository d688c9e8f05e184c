import type { FastifyBaseLogger } from 'fastify';
import type { Hub } from '../../hub/hub.ts';
import { Lease, leaseLife } from '../lease.ts';
import { WorkspaceRulings } from './workspace-rulings.ts';

/** After news, so that what comes together is judged together; and without any, ms. */
const [gatherFor, restFor, afterFailure] = [200, 30_000, 5000];

/** Rules on what came in, for as long as the hub runs; one of several processes does. Intake does not wait for it. */
export class RulingsJob {
  readonly #hub: Hub;
  readonly #log: FastifyBaseLogger;
  readonly #lease: Lease;
  readonly #stopListening: () => void;
  readonly #workspaces = new Map<string, WorkspaceRulings>();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  #hasNews = false;
  #running: Promise<void> | undefined;

  constructor(hub: Hub, log: FastifyBaseLogger) {
    this.#hub = hub;
    this.#log = log;
    this.#lease = new Lease(hub.storage.leases, 'rulings');
    this.#stopListening = hub.storage.onChange(() => {
      this.#hasNews = true;
      this.#wakeIn(gatherFor);
    });
    this.#wakeIn(0);
  }

  /** Lets what runs come to its next commit. */
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
        this.#wakeIn(this.#hasNews ? gatherFor : pause);
      });
    }, delay);
  }

  /** @returns the pause after it, ms. */
  async #round(): Promise<number> {
    const beating = setInterval(() => void this.#lease.hold().catch(() => false), leaseLife / 5);
    try {
      // Another process may give no sign of life: it is looked at again before its lease is over.
      if (!(await this.#lease.hold())) return leaseLife / 5;
      for (const { id } of await this.#hub.storage.workspaces.list()) await this.#rule(id);
      return restFor;
    } catch (error) {
      this.#log.warn({ err: error }, 'rulings wait');
      return afterFailure;
    } finally {
      clearInterval(beating);
    }
  }

  async #rule(workspace: string): Promise<void> {
    const rulings = this.#workspaces.get(workspace) ?? new WorkspaceRulings(this.#hub, workspace);
    this.#workspaces.set(workspace, rulings);
    while (!this.#isStopped && (await rulings.step()));
  }
}
