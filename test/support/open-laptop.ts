import { onTestFinished } from 'vitest';
import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { TestHub } from './hub.ts';
import { SyncedLaptop } from './synced-laptop.ts';

/** A laptop that is closed with the test, enrolled where a hub is given. */
export async function openLaptop(hub?: TestHub, name?: string, catalogue?: Catalogue): Promise<SyncedLaptop> {
  const laptop = closedAfter(await SyncedLaptop.open(name, catalogue));
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
