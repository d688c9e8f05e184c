import { describe, expect, it } from 'vitest';
import { noHead } from '#shared/changelog/chain.ts';
import { emptyPlace, engines, openForTest } from '#test/support/hub-storage.ts';
import type { Storage } from './storage.ts';

const replicas = ['AAAAAAAAAAA', 'BBBBBBBBBBB', 'CCCCCCCCCCC'];
const commits = 40;

/** Whoever gets the lock writes the next run of a replica. */
async function write(storage: Storage, via: string): Promise<void> {
  for (let commit = 0; commit < commits; commit += 1) {
    const chosen = replicas.slice(commit % 2);
    await storage.inWorkspace('w', async ({ logs }) => {
      const heads = await logs.heads('w', chosen);
      await logs.append(
        'w',
        chosen.map((replica) => {
          const { seq, hash } = heads.get(replica) ?? noHead;
          const head = `${replica}-${seq + 2}`;
          const bytes = new Uint8Array([commit]);
          const numbers = { first: seq + 1, last: seq + 2 };
          return { replica, ...numbers, prev: hash, head, signature: null, via, receivedAt: 1, bytes };
        }),
      );
    });
  }
}

/** Follows the vector while others write. @returns arrival numbers in the order in which it met them. */
async function follow(storage: Storage, isDone: () => boolean): Promise<number[]> {
  const have = new Map(replicas.map((replica) => [replica, 0]));
  const met: number[] = [];
  for (;;) {
    const isLast = isDone();
    const held = await storage.logs.vector('w');
    const beyond = [...have].map(([replica, seq]) => ({ replica, held: seq }));
    for (const { arrival, replica, first, last } of await storage.logs.next('w', beyond, 1000)) {
      if (last > (held[replica] ?? 0)) continue;
      expect(first).toBe((have.get(replica) ?? 0) + 1);
      have.set(replica, last);
      met.push(arrival);
    }
    if (isLast) return met;
  }
}

describe.each(engines)('writers at the same time on %s', (engine) => {
  it('SYN-202 skip no entry and bring none twice', async () => {
    const place = await emptyPlace(engine);
    const first = await openForTest(place);
    // SQLite has one writer in a process; PostgreSQL has several processes.
    const second = engine === 'postgresql' ? await openForTest(place) : first;
    await first.workspaces.add({ id: 'w', name: 'Unit', marking: '', madeAt: 1 });
    let isDone = false;
    const following = [first, second].map((storage) => follow(storage, () => isDone));
    await Promise.all(
      [first, second, first, second, second].map((storage, index) => write(storage, `writer ${index}`)),
    );
    isDone = true;
    const total = 5 * (commits / 2) * (replicas.length + replicas.length - 1);
    const all = Array.from({ length: total }, (_, index) => index + 1);
    for (const met of await Promise.all(following)) {
      expect(met.toSorted((a, b) => a - b)).toEqual(all);
    }
    expect(await second.figures()).toMatchObject({ segments: total, entries: total * 2 });
  });
});

describe('two processes on PostgreSQL', () => {
  it('SYN-203 hear of each other’s changes', async () => {
    const place = await emptyPlace('postgresql');
    const first = await openForTest(place);
    const second = await openForTest(place);
    await first.workspaces.add({ id: 'w', name: 'Unit', marking: '', madeAt: 1 });
    const heard = new Promise<string | undefined>((resolve) => {
      second.onChange((workspace) => {
        // The first call says that it listens now.
        if (workspace === undefined) void first.inWorkspace('w', () => Promise.resolve());
        else resolve(workspace);
      });
    });
    expect(await heard).toBe('w');
  });

  it('SYN-204 start together on an empty database', async () => {
    const place = await emptyPlace('postgresql');
    const opened = await Promise.all([openForTest(place), openForTest(place), openForTest(place)]);
    const kept = await Promise.all(
      opened.map(({ settings }, index) => settings.keep('identity', String(index))),
    );
    expect(new Set(kept).size).toBe(1);
  });
});
