import { onTestFinished } from 'vitest';
import type { TestHub } from './hub.ts';
import { SyncedLaptop } from './synced-laptop.ts';

/** A laptop that is closed with the test, enrolled where a hub is given. */
export async function openLaptop(hub?: TestHub, name?: string): Promise<SyncedLaptop> {
  const laptop = closedAfter(await SyncedLaptop.open(name));
  if (hub) await laptop.join(hub);
  return laptop;
}

/** A copy of a laptop's disk, closed with the test. */
export async function copyOf(one: SyncedLaptop): Promise<SyncedLaptop> {
  return closedAfter(await one.clone());
}

function closedAfter(laptop: SyncedLaptop): SyncedLaptop {
  onTestFinished(() => laptop.close());
  return laptop;
}
