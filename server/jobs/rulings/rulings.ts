import type { FastifyBaseLogger } from 'fastify';
import type { Hub } from '../../hub/hub.ts';
import { leaseLife } from '../lease.ts';
import { LeasedJob } from '../leased-job.ts';
import { WorkspaceRulings } from './workspace-rulings.ts';

const restFor = 30_000;

/** Rules on what came in, for as long as the hub runs; one of several processes does. Intake does not wait for it. */
export class RulingsJob {
  readonly #hub: Hub;
  readonly #job: LeasedJob;
  readonly #workspaces = new Map<string, WorkspaceRulings>();

  constructor(hub: Hub, log: FastifyBaseLogger) {
    this.#hub = hub;
    this.#job = new LeasedJob(hub, log, {
      name: 'rulings',
      gatherFor: 200,
      // Another process may give no sign of life: it is looked at again before its lease is over.
      restFor: leaseLife / 5,
      afterFailure: 5000,
      failure: 'rulings wait',
      round: () => this.#round(),
    });
  }

  /** Lets what runs come to its next commit. */
  stop(): Promise<void> {
    return this.#job.stop();
  }

  async #round(): Promise<number> {
    for (const { id } of await this.#hub.storage.workspaces.list()) await this.#rule(id);
    return restFor;
  }

  async #rule(workspace: string): Promise<void> {
    const rulings = this.#workspaces.get(workspace) ?? new WorkspaceRulings(this.#hub, workspace);
    this.#workspaces.set(workspace, rulings);
    while (!this.#job.isStopped && (await rulings.step()));
  }
}
