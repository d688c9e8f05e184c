import { ProblemError } from '#shared/kernel/errors.ts';
import { openHubBundle } from '#server/hub/open-bundle.ts';
import { readIdentity } from '#renderer/data/identity.ts';
import { exportBundle } from '#renderer/data/sync/bundles.ts';
import { openBundle } from '#renderer/data/sync/open-bundle.ts';
import { SimulatedHub } from './hub-house.ts';
import type { Laptop } from './laptop.ts';
import type { Part, World } from './world.ts';

/** What a laptop knows another one to lack, or all that it holds, sealed for that one. */
export async function writeToStick(world: World, from: Laptop, to: Laptop, size: number): Promise<void> {
  const receiver = await readIdentity(to.database);
  if (!receiver) return;
  const everything = size % 2 === 0 ? { since: -8.64e15 } : {};
  const { files } = await exportBundle(from.exchange, {
    receiver: receiver.replica,
    partBytes: size,
    ...everything,
  });
  for (const { bytes } of files) world.parts.push({ to, bytes });
}

/** Opens a part, once more or for the first time, whatever came before it. */
export async function openFromStick({ to, bytes }: Part): Promise<void> {
  if (to instanceof SimulatedHub) {
    await openHubBundle(to.hub, bytes);
    return;
  }
  const { n } = await openBundle(to.exchange, bytes);
  to.announce(n);
}

/** Problems with a code are answers, not faults; after a crash anything is. */
export async function tolerant(
  work: () => Promise<unknown>,
  hasDied: () => boolean = () => false,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ProblemError) && !hasDied()) throw error;
  }
}
