import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainEntries, noHead } from '../changelog/chain.ts';
import { hashEntry } from '../changelog/codec.ts';
import type { Entry } from '../changelog/entry.ts';
import { forkPointOf, keepsId } from './fork.ts';
import { planFork, standsOn, type HeldLogs } from './fork-plan.ts';
import { renamedFork, type Branch } from './renamed-fork.ts';

const replica = 'AAAAAAAAAAA';

function branchOf(entries: readonly Entry[]): Branch {
  const [first, ...rest] = entries;
  if (!first) throw new Error('A branch has at least one entry.');
  return { entries: [first, ...rest], hash: hashEntry(entries.at(-1) ?? first) };
}

/** The log of a copy: what it shares with another one, and what it wrote itself; every entry names the one before. */
function written(shared: readonly Entry[], texts: readonly string[], wall = 1): readonly Entry[] {
  const last = shared.at(-1);
  const head = last ? { seq: last.seq, hash: hashEntry(last) } : noHead;
  const drafts = texts.map((text, index) => ({
    stamp: { wall, counter: head.seq + index + 1 },
    actor: 'p',
    type: 'ticket',
    record: 'r',
    body: { kind: 'note', text, audience: 'internal', after: `${replica}:${head.seq + index}` } as const,
  }));
  return [...shared, ...chainEntries(replica, head, drafts).entries];
}

/** Somebody who holds logs. */
class Place {
  logs = new Map<string, readonly Entry[]>();

  get held(): HeldLogs {
    return {
      read: (id, from) => {
        const entries = (this.logs.get(id) ?? []).slice(from - 1);
        const last = entries.at(-1);
        return Promise.resolve({ entries, hash: last ? hashEntry(last) : '' });
      },
      forks: () =>
        Promise.resolve(
          [...this.logs.values()].flatMap(([first]) => (first && forkPointOf(first) ? [first] : [])),
        ),
    };
  }

  async insert(branch: Branch): Promise<void> {
    for (const { replica: id, keep, added } of (await planFork(branch, this.held)) ?? []) {
      const kept = (this.logs.get(id) ?? []).slice(0, keep);
      this.logs.set(id, [...kept, ...(added?.entries ?? [])]);
      if (this.logs.get(id)?.length === 0) this.logs.delete(id);
    }
  }

  /** All that another holds, as far as it stands here. */
  async hear(other: Place): Promise<void> {
    for (const log of [...other.logs.values()]) {
      const [first] = log;
      if (first && (this.logs.has(first.replica) || (await standsOn(first, this.held)))) {
        await this.insert(branchOf(log));
      }
    }
  }
}

/** Logs of copies of copies: each shares so much with an earlier one, and goes on. */
const copies = fc
  .array(
    fc.record({ of: fc.nat(), shares: fc.nat(), wall: fc.nat(2), length: fc.integer({ min: 1, max: 4 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((wishes) => {
    const logs = [written([], ['a', 'b', 'c'])];
    for (const [index, { of, shares, wall, length }] of wishes.entries()) {
      const from = logs[of % logs.length] ?? [];
      const texts = Array.from({ length }, (_, place) => `${index}/${place}`);
      logs.push(written(from.slice(0, shares % (from.length + 1)), texts, wall));
    }
    return logs;
  });

function textsOf({ logs }: Place): readonly string[] {
  return [...logs.values()]
    .flat()
    .map(
      ({ body, ...rest }) => `${JSON.stringify(body).replaceAll(/[\w-]{11}:\d+/g, '*')} ${rest.stamp.wall}`,
    )
    .sort();
}

describe('branches of one log', () => {
  test('SYN-331 the branch that was written earlier keeps the replica id, whoever asks', () => {
    const shared = written([], ['a']);
    const [, early] = written(shared, ['x'], 1);
    const [, late] = written(shared, ['y'], 2);
    const [, same] = written(shared, ['z'], 1);
    if (!early || !late || !same) throw new Error('Entries are missing.');
    expect([keepsId(early, late), keepsId(late, early)]).toEqual([true, false]);
    expect(keepsId(early, same)).toBe(!keepsId(same, early));
    expect(keepsId(early, same)).toBe(hashEntry(early) < hashEntry(same));
  });

  test('SYN-331 heard in any order come to the same logs, each entry once', async () => {
    await fc.assert(
      fc.asyncProperty(copies, fc.array(fc.nat()), async (logs, order) => {
        const [one, other] = [new Place(), new Place()];
        for (const log of logs) await one.insert(branchOf(log));
        const mixed = logs.toSorted((a, b) => (order[logs.indexOf(a)] ?? 0) - (order[logs.indexOf(b)] ?? 0));
        for (const log of mixed) await other.insert(branchOf(log));
        expect(new Map([...other.logs].sort())).toEqual(new Map([...one.logs].sort()));
        const everything = new Set(logs.flat().map((entry) => hashEntry(entry)));
        expect(textsOf(one)).toHaveLength(everything.size);
      }),
      { numRuns: 200 },
    );
  });

  test('SYN-331 that were moved apart in two places are the same in both once they heard each other', async () => {
    await fc.assert(
      fc.asyncProperty(copies, fc.array(fc.boolean()), async (logs, sides) => {
        const [one, other] = [new Place(), new Place()];
        for (const [index, log] of logs.entries()) await (sides[index] ? one : other).insert(branchOf(log));
        for (let round = 0; round < 5; round += 1) {
          await one.hear(other);
          await other.hear(one);
        }
        expect(new Map([...other.logs].sort())).toEqual(new Map([...one.logs].sort()));
        expect(textsOf(one)).toHaveLength(new Set(logs.flat().map((entry) => hashEntry(entry))).size);
      }),
      { numRuns: 200 },
    );
  });

  test('SYN-331 a log that forked off stands only where the branch that it lost to is held', async () => {
    const shared = written([], ['a', 'b']);
    const [winner, loser] = [written(shared, ['x'], 1), written(shared, ['y', 'z'], 2)];
    const { entries } = renamedFork(branchOf(loser.slice(2)));
    const place = new Place();
    expect(await standsOn(entries[0], place.held)).toBe(false);
    await place.insert(branchOf(loser));
    expect(await standsOn(entries[0], place.held)).toBe(false);
    await place.insert(branchOf(winner));
    expect(await standsOn(entries[0], place.held)).toBe(true);
    expect(place.logs.get(entries[0].replica)).toEqual(entries);
  });
});
