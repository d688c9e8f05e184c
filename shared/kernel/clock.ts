/** Where the time comes from; passed in so that tests and simulations rule it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/**
 * When an entry was made (docs/behaviour/clock.md).
 * `wall`: epoch milliseconds as the device's clock had them, a claim for people to read.
 * `counter`: 1 + the highest counter among the entries of the same record that the author's
 * replica held. Causality stands in the counter alone.
 */
export interface Stamp {
  readonly wall: number;
  readonly counter: number;
}

/** Highest counter that is believed; 2^48 − 1 leaves room for every real record. */
export const LARGEST_COUNTER = 2 ** 48 - 1;
const LARGEST_WALL = 8.64e15;

/**
 * Total order of stamps: counter, then wall, then replica id (CLK-2).
 * @returns below 0 when a comes first, above 0 when b does, 0 when all three are equal.
 */
export function compareStamps(a: Stamp, replicaA: string, b: Stamp, replicaB: string): number {
  if (a.counter !== b.counter) return a.counter - b.counter;
  if (a.wall !== b.wall) return a.wall - b.wall;
  if (replicaA === replicaB) return 0;
  return replicaA < replicaB ? -1 : 1;
}

/**
 * The stamp of a new entry. Never refuses, whatever the clock says (CLK-4).
 * @param last the highest stamp known for the entry's record; undefined for its first entry.
 * @param now epoch milliseconds; when it is not a number, the last wall is claimed again.
 */
export function nextStamp(last: Stamp | undefined, now: number): Stamp {
  const counter = Math.min((last?.counter ?? 0) + 1, LARGEST_COUNTER);
  return { wall: readableWall(now, last), counter };
}

/**
 * The highest stamp known for a record after an entry from elsewhere: takes over its counter,
 * never its wall (CLK-3). A remote stamp that is malformed changes nothing (CLK-5).
 */
export function receiveStamp(last: Stamp | undefined, remote: Stamp, now: number): Stamp {
  const own = last?.counter ?? 0;
  const counter = isStamp(remote) ? Math.max(own, remote.counter) : own;
  return { wall: readableWall(now, last), counter };
}

/** Whether a value from outside is a stamp that may be believed: whole numbers within bounds. */
export function isStamp(value: unknown): value is Stamp {
  if (typeof value !== 'object' || value === null) return false;
  const { wall, counter } = value as Partial<Record<keyof Stamp, unknown>>;
  return (
    Number.isSafeInteger(wall) &&
    Math.abs(wall as number) <= LARGEST_WALL &&
    Number.isSafeInteger(counter) &&
    (counter as number) >= 1 &&
    (counter as number) <= LARGEST_COUNTER
  );
}

function readableWall(now: number, last: Stamp | undefined): number {
  if (Number.isNaN(now)) return last?.wall ?? 0;
  const wall = Math.floor(Math.min(Math.max(now, -LARGEST_WALL), LARGEST_WALL));
  // Minus zero would hash and print differently from zero.
  return wall === 0 ? 0 : wall;
}
