import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStamps, isStamp, LARGEST_COUNTER, nextStamp, receiveStamp, type Stamp } from './clock.ts';

const now = Date.parse('2026-11-22T14:30Z');
const decade = 10 * 365 * 86_400_000;

interface Written {
  readonly replica: string;
  readonly stamp: Stamp;
  /** Every entry of the record that the author held. */
  readonly seen: ReadonlySet<Written>;
}

/** One record on one replica: what it holds, and the highest stamp it knows. */
class Copy {
  readonly held = new Set<Written>();
  private last: Stamp | undefined;
  readonly replica: string;

  constructor(replica: string) {
    this.replica = replica;
  }

  write(clock: number): Written {
    this.last = nextStamp(this.last, clock);
    const entry = { replica: this.replica, stamp: this.last, seen: new Set(this.held) };
    this.held.add(entry);
    return entry;
  }

  receive(from: Copy, clock: number): void {
    for (const entry of from.held) {
      this.held.add(entry);
      this.last = receiveStamp(this.last, entry.stamp, clock);
    }
  }
}

function compare(a: Written, b: Written): number {
  return compareStamps(a.stamp, a.replica, b.stamp, b.replica);
}

/** Who does what in a simulation: a replica writes, or takes over all that another holds. */
const step = fc.record({
  who: fc.nat({ max: 3 }),
  from: fc.option(fc.nat({ max: 3 }), { nil: undefined, freq: 2 }),
  clock: fc.oneof(
    fc.integer({ min: -decade, max: decade }).map((off) => now + off),
    fc.constantFrom(0, Number.NaN, Infinity, -Infinity, -1e300, 0.5),
  ),
});

// Small arrays, the default, hardly ever let a replica fall behind.
const history = fc.array(step, { maxLength: 40, size: 'max' });

function simulate(steps: readonly { who: number; from: number | undefined; clock: number }[]): Written[] {
  const copies = ['a', 'b', 'c', 'd'].map((replica) => new Copy(replica));
  const written: Written[] = [];
  for (const { who, from, clock } of steps) {
    const copy = copies[who] as Copy;
    if (from === undefined) written.push(copy.write(clock));
    else copy.receive(copies[from] as Copy, clock);
  }
  return written;
}

describe('stamps', () => {
  it('CLK-1 the first entry of a record has counter 1, each next one more', () => {
    const first = nextStamp(undefined, now);
    expect([first, nextStamp(first, now)]).toEqual([
      { wall: now, counter: 1 },
      { wall: now, counter: 2 },
    ]);
  });

  it('CLK-1 what was seen compares lower, whatever the clocks say', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const entry of simulate(steps)) {
          for (const earlier of entry.seen) expect(compare(earlier, entry)).toBeLessThan(0);
        }
      }),
    );
  });

  it('CLK-2 orders by counter, then wall, then replica', () => {
    const stamp = { wall: now, counter: 5 };
    expect(compareStamps({ wall: now + decade, counter: 4 }, 'z', stamp, 'a')).toBeLessThan(0);
    expect(compareStamps({ wall: now + 1, counter: 5 }, 'a', stamp, 'z')).toBeGreaterThan(0);
    expect(compareStamps(stamp, 'a', stamp, 'b')).toBeLessThan(0);
    expect(compareStamps(stamp, 'a', stamp, 'a')).toBe(0);
  });

  it('CLK-2 is a total order of the entries of a record', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const sorted = simulate(steps).toSorted(compare);
        sorted.forEach((entry, index) => {
          for (const later of sorted.slice(index + 1)) expect(compare(entry, later)).toBeLessThan(0);
        });
      }),
    );
  });

  it('CLK-3 a clock ten years ahead is not taken over', () => {
    const received = receiveStamp({ wall: now, counter: 3 }, { wall: now + decade, counter: 9 }, now + 5);
    expect(received).toEqual({ wall: now + 5, counter: 9 });
    expect(nextStamp(received, now + 6)).toEqual({ wall: now + 6, counter: 10 });
  });

  it('CLK-3 a wrong clock changes no counter, its own or another’s', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const counters = (list: Written[]): number[] => list.map((entry) => entry.stamp.counter);
        const right = steps.map((each) => ({ ...each, clock: now }));
        expect(counters(simulate(steps))).toEqual(counters(simulate(right)));
      }),
    );
  });

  it('CLK-3 a clock ten years ahead loses against two entries made meanwhile', () => {
    const ahead = new Copy('a');
    const right = new Copy('b');
    ahead.write(now + decade);
    right.receive(ahead, now);
    const stale = ahead.write(now + decade);
    right.write(now);
    const chain = right.write(now + 1);
    expect(compare(stale, chain)).toBeLessThan(0);
  });

  it.each([
    ['dead', 0, 0],
    ['before 1970', -5.5, -6],
    ['beyond what a date can be', 1e300, 8.64e15],
    ['infinite', -Infinity, -8.64e15],
    ['no number', Number.NaN, 77],
  ])('CLK-4 a clock that is %s does not stop a write', (_what, clock, wall) => {
    const stamp = nextStamp({ wall: 77, counter: 1 }, clock);
    expect(stamp).toEqual({ wall, counter: 2 });
    expect(isStamp(stamp)).toBe(true);
  });

  it('CLK-4 a clock that jumped back claims the time it has now', () => {
    expect(nextStamp({ wall: now + decade, counter: 7 }, now)).toEqual({ wall: now, counter: 8 });
  });

  it.each([
    null,
    'now',
    {},
    { wall: now },
    { wall: 0.5, counter: 1 },
    { wall: 9e15, counter: 1 },
    { wall: now, counter: 0 },
    { wall: now, counter: 1.5 },
    { wall: now, counter: LARGEST_COUNTER + 1 },
    { wall: now, counter: '3' },
  ])('CLK-5 %j is not a stamp', (value) => {
    expect(isStamp(value)).toBe(false);
  });

  it('CLK-5 a malformed stamp from elsewhere changes nothing', () => {
    const last = { wall: now, counter: 3 };
    expect(receiveStamp(last, { wall: now, counter: Number.MAX_VALUE }, now)).toEqual(last);
  });

  it('CLK-5 even the largest counter does not stop a write', () => {
    expect(nextStamp({ wall: now, counter: LARGEST_COUNTER }, now + 1)).toEqual({
      wall: now + 1,
      counter: LARGEST_COUNTER,
    });
  });
});
