import type { FastifyBaseLogger } from 'fastify';
import type { Entry } from '#shared/changelog/entry.ts';
import { compareEntries } from '#shared/changelog/fold.ts';
import { confirmedEntries, readRedactions, type Redaction } from '#shared/changelog/redaction/orders.ts';
import { standsAsOrder } from '#shared/engine/redaction-standing.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import type { Hub } from '../../hub/hub.ts';
import { LeasedJob } from '../leased-job.ts';
import { judgedOrders } from './judged-orders.ts';
import { readOrders, readRemovedFiles, writeOrders } from './known-orders.ts';
import { LogNotes } from './log-notes.ts';
import { removeContents } from './remove-contents.ts';

/** While orders wait; and without any, ms. */
const [awaiting, restFor] = [1000, 5000];

/** Removes what two administrators ordered from this hub's database, for as long as it runs; one of several processes does. */
export class RedactionJob {
  readonly #hub: Hub;
  readonly #log: FastifyBaseLogger;
  readonly #job: LeasedJob;
  readonly #notes = new Map<string, LogNotes>();
  /** Workspaces with orders of which something may be left to do. */
  readonly #awaiting = new Set<string>();

  constructor(hub: Hub, log: FastifyBaseLogger) {
    this.#hub = hub;
    this.#log = log;
    this.#job = new LeasedJob(hub, log, {
      name: 'redaction',
      gatherFor: 300,
      restFor,
      afterFailure: awaiting,
      failure: 'orders to redact could not be carried out',
      round: () => this.#round(),
    });
  }

  stop(): Promise<void> {
    return this.#job.stop();
  }

  async #round(): Promise<number> {
    for (const { id } of await this.#hub.storage.workspaces.list()) {
      if (this.#job.isStopped) break;
      await this.#settle(id);
    }
    return this.#awaiting.size > 0 ? awaiting : restFor;
  }

  async #settle(workspace: string): Promise<void> {
    const { storage } = this.#hub;
    const notes = this.#notes.get(workspace) ?? new LogNotes();
    this.#notes.set(workspace, notes);
    const hasNews = await notes.readOn(storage.logs, workspace);
    await this.#removeFiles(workspace, notes);
    if (!hasNews && !this.#awaiting.has(workspace)) return;
    const orders = [...notes.orders.values()];
    if (orders.length === 0) return;
    // Until all is done: what fails is tried again.
    this.#awaiting.add(workspace);
    if ((await readOrders(storage.settings, workspace)).length !== orders.length) {
      await writeOrders(storage.settings, workspace, orders);
    }
    const judged = await judgedOrders(storage.rulings, workspace, notes);
    let removed = 0;
    for (const standing of await this.#standing(judged.standing, notes)) {
      for (const named of confirmedEntries(standing).values()) {
        const isChanged = await storage.inWorkspace(workspace, (shelves) =>
          removeContents(shelves, workspace, named, notes.files),
        );
        removed += Number(isChanged);
      }
    }
    if (removed > 0) {
      await storage.scrub();
      this.#log.info({ workspace, entries: removed }, 'contents were removed by order of two administrators');
    }
    if (!judged.isBehind) this.#awaiting.delete(workspace);
  }

  /** Contents of files that came again. */
  async #removeFiles(workspace: string, { files }: LogNotes): Promise<void> {
    const { storage } = this.#hub;
    let isScrubbed = true;
    for (const hash of await readRemovedFiles(storage.settings, workspace)) {
      const isNamed = (files.get(hash)?.size ?? 0) > 0;
      if (isNamed || !(await storage.blobs.state({ workspace, hash }))) continue;
      await storage.inWorkspace(workspace, ({ blobs }) => blobs.remove({ workspace, hash }));
      isScrubbed = false;
    }
    if (!isScrubbed) await storage.scrub();
  }

  /** The orders of each record that both people had the right to give. */
  async #standing(orders: readonly Entry[], notes: LogNotes): Promise<readonly (readonly Redaction[])[]> {
    const now = this.#hub.clock.now();
    const found: Redaction[][] = [];
    for (const [, entries] of groupBy(orders, ({ record }) => record)) {
      const standing: Redaction[] = [];
      for (const order of readRedactions([...entries].sort(compareEntries), new Set())) {
        if (await standsAsOrder(order, notes.histories, now)) standing.push(order);
      }
      found.push(standing);
    }
    return found;
  }
}
