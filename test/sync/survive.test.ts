import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { readHubs } from '#renderer/data/sync/hub-rows.ts';
import { check } from './checks.ts';
import type { Operation, Shape } from './operations.ts';
import { perform } from './perform.ts';
import { withSeededPlatform } from './seeded-platform.ts';
import { settle } from './settle.ts';
import { World } from './world.ts';

const plain: Shape = { seed: 1, laptops: 2, hubs: 'one', declaration: 'sample', clocks: [0, 0, 0, 0] };
const [a, b, c] = [0, 1, 2];

/** Plays it, and everything must hold in the end. */
async function play(shape: Partial<Shape>, work: (scene: Scene) => Promise<void>): Promise<void> {
  const world = new World({ ...plain, ...shape });
  await withSeededPlatform(world.shape.seed, world.network.fetch, async () => {
    try {
      await world.begin();
      await work(new Scene(world));
      await settle(world);
      expect(await check(world)).toEqual([]);
    } finally {
      await world.end();
    }
  });
}

class Scene {
  readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  async do(...operations: readonly Operation[]): Promise<void> {
    for (const operation of operations) await perform(this.world, operation);
  }

  /** Somebody works for a while on all records in turn. */
  async work(at: number, turns: number): Promise<void> {
    for (let value = 1; value <= turns; value += 1) {
      const [record, much] = [value * 7, value * 977];
      await this.do(
        { do: 'edit', at, record, value: much },
        { do: 'note', at, record, value: much },
        { do: 'act', at, record, value: much },
        { do: 'tag', at, record, value: much },
      );
    }
  }

  exchange(at: number, fault?: Extract<Operation, { do: 'exchange' }>['fault']): Promise<void> {
    const operation = { do: 'exchange', at, hub: 0, messages: 0, budget: 1000 } as const;
    return this.do(fault ? { ...operation, fault } : operation);
  }
}

describe('what the exchange must survive', () => {
  test('arrival in any order, twice, or through any path of hubs and bundles', async () => {
    await play({ hubs: 'relay', laptops: 3 }, async (scene) => {
      await scene.work(b, 3);
      await scene.do({ do: 'bundle', at: b, to: 1, size: 700 });
      await scene.exchange(b, { kind: 'delivered twice', call: 0, value: 0 });
      await scene.exchange(c, { kind: 'delivered again later', call: 0, value: 0 });
      const last = scene.world.parts.length - 1;
      for (let part = last; part >= 0; part -= 1) await scene.do({ do: 'open', part }, { do: 'open', part });
      await scene.work(c, 2);
      await scene.do({ do: 'stray', value: 0 });
      for (let part = 0; part <= last; part += 1) await scene.do({ do: 'open', part });
    });
  });

  test('kill -9 of laptop or hub at any point', async () => {
    for (let value = 0; value < 7; value += 1) {
      await play({ seed: 1 + value, hubs: 'above' }, async (scene) => {
        await scene.work(a, 2);
        await scene.work(b, 2);
        await scene.exchange(a, { kind: 'laptop dies', call: 0, value });
        await scene.do({ do: 'hub restarts', hub: 0 });
        await scene.exchange(b, { kind: 'hub dies before its answer', call: value % 2, value });
        await scene.do({ do: 'relay', hub: 1, fault: 'hub dies before its answer' }, { do: 'crash', at: b });
      });
    }
  });

  test('disk full, at the hub: the exchange goes on once there is room', async () => {
    await play({}, async (scene) => {
      await scene.work(a, 2);
      await scene.exchange(a, { kind: 'hub cannot commit', call: 0, value: 0 });
      await scene.exchange(a, { kind: 'hub cannot commit', call: 0, value: 0 });
    });
  });

  test('IndexedDB lost: the laptop joins again and gets what was acknowledged', async () => {
    await play({}, async (scene) => {
      const { world } = scene;
      await scene.work(a, 2);
      await scene.exchange(a);
      const [laptop] = world.laptops;
      const [hub] = world.hubs;
      if (!laptop || !hub) throw new Error('Nobody is there.');
      const before = (await laptop.views()).length;
      await laptop.end();
      await laptop.start();
      await world.join(laptop, hub);
      expect((await laptop.views()).length).toBe(before);
    });
  });

  test('power cut after an acknowledgement: what an answer names is in the database', async () => {
    await play({}, async (scene) => {
      await scene.work(a, 3);
      await scene.exchange(a);
      await scene.do({ do: 'hub restarts', hub: 0 });
      const [laptop] = scene.world.laptops;
      const [hub] = laptop ? await readHubs(laptop.database) : [];
      expect(hub?.have).toEqual(await scene.world.hubs[0]?.vector());
      expect(scene.world.network.faults).toEqual([]);
    });
  });

  test('a hub restored from an old backup: clients offer again', async () => {
    await play({}, async (scene) => {
      await scene.work(a, 1);
      await scene.exchange(a);
      await scene.do({ do: 'hub backup', hub: 0 });
      await scene.work(a, 2);
      await scene.work(b, 2);
      await scene.exchange(a);
      await scene.exchange(b);
      await scene.do({ do: 'hub restore', hub: 0, value: 0 });
      await scene.work(b, 1);
    });
  });

  test('a cloned laptop: the fork is found, one gets a new id, nothing is lost', async () => {
    await play({}, async (scene) => {
      await scene.work(a, 1);
      await scene.do({ do: 'clone', at: a });
      await scene.work(a, 2);
      await scene.work(c, 2);
      await scene.exchange(c);
      await scene.exchange(a);
    });
  });

  test.each([
    ['relay', a, c],
    ['relay', c, a],
    ['above', a, c],
    ['above', c, a],
  ] as const)(
    'SYN-509 a cloned laptop, and each of the two speaks to another hub (%s, %i writes first)',
    async (hubs, first, second) => {
      await play({ hubs }, async (scene) => {
        await scene.work(a, 1);
        await scene.do({ do: 'clone', at: a }, { do: 'join', at: c, hub: 1 });
        await scene.work(first, 2);
        await scene.work(second, 2);
        const all = { do: 'exchange', messages: 0, budget: 1000 } as const;
        await scene.do({ ...all, at: a, hub: 0 }, { ...all, at: c, hub: 1 });
        const [one, other] = await Promise.all(scene.world.hubs.map((hub) => hub.heads()));
        expect(one).not.toEqual(other);
        await scene.work(b, 1);
        await scene.do({ ...all, at: b, hub: 0 });
      });
    },
  );

  test('clocks off by ±10 years or jumping, a dead RTC battery', async () => {
    const tenYears = 10 * 365 * 24 * 60;
    await play({ laptops: 3, clocks: [-tenYears, 0, tenYears] }, async (scene) => {
      const to1970 = -Math.floor(scene.world.time / 60_000);
      for (const minutes of [tenYears, -tenYears, to1970, 0]) {
        for (const at of [a, b, c]) {
          await scene.work(at, 1);
          await scene.exchange(at);
        }
        await scene.do({ do: 'clock', at: a, minutes });
      }
    });
  });

  test('a flipped byte anywhere in a message: refused or kept aside, and the rest goes on', async () => {
    await play({}, async (scene) => {
      for (let value = 0; value < 40; value += 1) {
        await scene.do({ do: 'note', at: value % 2, record: value, value });
        const kind = value % 4 < 2 ? 'request damaged' : 'answer damaged';
        await scene.exchange(value % 2, { kind, call: 0, value: value * 7919 });
      }
    });
  });

  test('a bundle opened twice, in any order, truncated, altered, or for somebody else', async () => {
    await play({ laptops: 3 }, async (scene) => {
      const { world } = scene;
      await scene.work(a, 3);
      await scene.do({ do: 'bundle', at: a, to: 0, size: 600 });
      const whole = [...world.parts];
      expect(whole.length).toBeGreaterThan(1);
      const [somebody] = world.laptops.slice(2);
      for (const { to, bytes } of whole) {
        const altered = bytes.slice();
        altered[bytes.length - 9] = (altered.at(-9) ?? 0) ^ 1;
        world.parts.push({ to, bytes: bytes.slice(0, -1) }, { to, bytes: altered });
        if (somebody) world.parts.push({ to: somebody, bytes });
      }
      const before = await somebody?.entries();
      for (let turn = 0; turn < 2; turn += 1) {
        for (const part of world.parts.keys()) await scene.do({ do: 'open', part });
      }
      expect(await somebody?.entries()).toEqual(before);
      expect(await world.laptops[1]?.entries()).toEqual(await world.laptops[0]?.entries());
    });
  });

  test('a bundle from a revoked device: refused, and what it had sent before stays', async () => {
    await play({ laptops: 3 }, async (scene) => {
      await scene.work(a, 2);
      await scene.exchange(a);
      await scene.do({ do: 'revoke', at: a });
      await scene.work(a, 2);
      await scene.exchange(b);
      expect(scene.world.revoked.size).toBe(1);
    });
  });

  test('versions N and N−1 together: what the newer one writes is kept, passed on, and there after the upgrade', async () => {
    await play({ laptops: 3, hubs: 'above' }, async (scene) => {
      for (let value = 1; value <= 3; value += 1) {
        await scene.do({ do: 'newer', at: a, record: value, value });
        await scene.exchange(a);
        await scene.work(b, 1);
        await scene.do({ do: 'relay', hub: 1 });
        await scene.exchange(b);
      }
      expect(scene.world.vessels.size).toBe(3);
      expect(scene.world.moods.size).toBeGreaterThan(0);
    });
  });

  test('two windows of a laptop write at the same time', async () => {
    await play({}, async (scene) => {
      for (let value = 0; value < 5; value += 1) {
        await scene.do({ do: 'two windows', at: a, record: 0, value });
        await scene.exchange(value % 2);
      }
    });
  });

  test('a 413, in between: smaller messages, and all comes through', async () => {
    await play({}, async (scene) => {
      const { world } = scene;
      await scene.work(a, 60);
      world.network.largest = 3000;
      await scene.exchange(a);
      expect(await world.hubs[0]?.entries()).toHaveLength((await world.laptops[0]?.entries())?.length ?? 0);
    });
  });

  test('an operator who edits the same record on two laptops for two weeks', async () => {
    await play({ clocks: [0, 7] }, async (scene) => {
      for (let day = 0; day < 14; day += 1) {
        for (const at of [a, b]) {
          for (let edit = 0; edit < 4; edit += 1) {
            const value = day * 1009 + edit * 257 + at;
            await scene.do(
              { do: 'edit', at, record: 0, value },
              { do: 'tag', at, record: 0, value },
              { do: 'note', at, record: 0, value },
            );
          }
        }
        if (day % 5 === 4) await scene.exchange(day % 2);
      }
    });
  });
});
