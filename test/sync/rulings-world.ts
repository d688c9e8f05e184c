import { readConfig } from '#server/config.ts';
import { openHub, type Hub } from '#server/hub/hub.ts';
import { makeWorkspace } from '#server/hub/workspaces.ts';
import { entriesOf } from '#server/intake/held-branches.ts';
import { takeIn } from '#server/intake/take-in.ts';
import { WorkspaceRulings } from '#server/jobs/rulings/workspace-rulings.ts';
import { useNodeCryptography } from '#server/native.ts';
import { openStorage } from '#server/storage/open.ts';
import type { Storage } from '#server/storage/storage.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import { newKeys } from '#shared/sync/keys.ts';
import { toPackedRun } from '#shared/sync/wire.ts';
import type { Laptop } from '#test/support/ruled-unit.ts';

useNodeCryptography();
const { limits } = readConfig({});
const workspace = '01k9000000000000000000000w';

/** A hub over a database in memory that judges when it is asked to, and whose commits may fail. */
export class RulingHub {
  readonly hub: Hub;
  /** Commits that fail from now on; and such that come through though the process dies with them. */
  failing = 0;
  dying = 0;
  #rulings: WorkspaceRulings;

  static async open(name: string, time: () => number): Promise<RulingHub> {
    const opened = await openStorage({ file: ':memory:' });
    const failures = { owner: undefined as RulingHub | undefined };
    const storage: Storage = {
      ...opened,
      inWorkspace: async (id, work) => {
        const result = await opened.inWorkspace(id, async (shelves) => {
          const done = await work(shelves);
          failures.owner?.fail();
          return done;
        });
        failures.owner?.die();
        return result;
      },
    };
    const hub = await openHub(storage, { name, limits, clock: { now: time } });
    await makeWorkspace(storage, hub, { name: 'Unit', id: workspace }, time());
    const made = new RulingHub(hub);
    failures.owner = made;
    return made;
  }

  private constructor(hub: Hub) {
    this.hub = hub;
    this.#rulings = new WorkspaceRulings(hub, workspace);
  }

  fail(): void {
    if (this.failing > 0) {
      this.failing -= 1;
      throw new Error('The disk is full.');
    }
  }

  die(): void {
    if (this.dying > 0) {
      this.dying -= 1;
      throw new Error('The process is gone.');
    }
  }

  async enrol(replica: string, kind: 'device' | 'hub' = 'device'): Promise<void> {
    const { storage, clock } = this.hub;
    const { sign, box } = newKeys();
    await storage.replicas.add({
      workspace,
      replica,
      name: replica,
      shortCode: replica.slice(0, 4),
      kind,
      signKey: sign.public,
      boxKey: box.public,
      enrolledAt: clock.now(),
      codeHash: replica,
      through: null,
    });
  }

  /** Takes in what is new to it; whole logs where they may have forked. */
  async take(all: readonly Entry[], isWhole = false): Promise<void> {
    const { storage, clock } = this.hub;
    const held = await storage.logs.vector(workspace);
    for (const [replica, log] of groupBy(all, (entry) => entry.replica)) {
      const inOrder = log.toSorted((a, b) => a.seq - b.seq);
      const missing = inOrder.filter(({ seq }) => seq > (held[replica] ?? 0));
      const entries = isWhole ? inOrder : missing;
      if (entries.length === 0) continue;
      const { refused } = await takeIn(storage, {
        workspace,
        sender: 'somebodyelse',
        runs: [toPackedRun({ replica, entries })],
        isTold: true,
        now: clock.now(),
        deadLetters: limits.deadLetters,
      });
      // Of a fork one of the two branches is held under another name.
      const [first] = refused.filter(({ code }) => code !== 'OUT-SYN-020');
      if (first) throw new Error(`${first.code} ${first.message}`);
    }
  }

  /** All that it holds, in order of arrival. */
  async entries(): Promise<readonly Entry[]> {
    const runs = await this.hub.storage.logs.after(workspace, 0, 1_000_000);
    return runs.flatMap((run) => entriesOf(run));
  }

  /** Judges what came; where a commit failed, or the process died with one, it begins anew. */
  async judge(): Promise<void> {
    for (;;) {
      try {
        while (await this.#rulings.step());
        return;
      } catch (error) {
        if (!(error instanceof Error) || !/disk|process/.test(error.message)) throw error;
        this.#rulings = new WorkspaceRulings(this.hub, workspace);
      }
    }
  }

  async exchangeWith(laptop: Laptop): Promise<void> {
    await this.take(laptop.log);
    const known = new Set(laptop.log.map(({ replica, seq }) => `${replica}:${seq}`));
    for (const entry of await this.entries()) {
      if (!known.has(`${entry.replica}:${entry.seq}`)) laptop.take(entry);
    }
  }

  async exchangeWithHub(other: RulingHub): Promise<void> {
    await other.take(await this.entries());
    await this.take(await other.entries());
  }

  async close(): Promise<void> {
    await this.hub.storage.close();
  }
}
