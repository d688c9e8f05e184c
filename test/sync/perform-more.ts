import { hubBundle, manifestName } from '#server/hub/bundles.ts';
import { readIdentity } from '#renderer/data/identity.ts';
import { exportBundle } from '#renderer/data/sync/bundles.ts';
import { readHubs } from '#renderer/data/sync/hub-rows.ts';
import { tolerant } from './bundles.ts';
import { attach, carryFiles } from './files.ts';
import type { SimulatedHub } from './hub-house.ts';
import type { Laptop } from './laptop.ts';
import type { MoreOperation } from './more-operations.ts';
import { writeAsNewer } from './newer-version.ts';
import { revokeAtHub } from './revoked.ts';
import { edit, note } from './work.ts';
import type { World } from './world.ts';

/** Does one of the operations of `MoreOperation`. */
export async function performMore(world: World, operation: MoreOperation): Promise<void> {
  const laptop = pick(world.laptops, 'at' in operation ? operation.at : operation.to);
  switch (operation.do) {
    case 'revoke':
      return revokeAtHub(world, laptop);
    case 'two windows':
      return writeInTwoWindows(world, laptop, operation);
    case 'attach':
      return attach(world, laptop, operation.record, operation.value);
    case 'files':
      return files(world, laptop, operation);
    case 'newer':
      return writeAsNewer(world, laptop, operation.record, operation.value);
    case 'bundle to hub': {
      const hub = pick(world.hubs, operation.hub);
      return tolerant(() => toHub(world, laptop, hub, operation.size));
    }
    case 'hub bundle': {
      const hub = pick(world.hubs, operation.hub);
      return tolerant(() => fromHub(world, hub, laptop, operation.size));
    }
  }
}

async function writeInTwoWindows(
  world: World,
  laptop: Laptop,
  { record, value }: Extract<MoreOperation, { do: 'two windows' }>,
): Promise<void> {
  const other = laptop.secondWindow();
  await Promise.all([
    edit(world, laptop, record, value),
    edit(world, other, record, value + 1),
    note(world, laptop, record + 1, value),
    note(world, other, record, value + 1),
  ]);
}

async function files(
  world: World,
  laptop: Laptop,
  { hub: which, budget, fault }: Extract<MoreOperation, { do: 'files' }>,
): Promise<void> {
  const hubs = await readHubs(laptop.database);
  if (hubs.length === 0) return;
  await tolerant(
    () => world.network.within({ fault }, () => carryFiles(laptop, pick(hubs, which), budget)),
    () => laptop.fuse !== undefined,
  );
  if (laptop.fuse !== undefined) await laptop.crash();
}

async function toHub(world: World, from: Laptop, to: SimulatedHub, partBytes: number): Promise<void> {
  const { files: made } = await exportBundle(from.exchange, { receiver: to.hub.identity.id, partBytes });
  for (const { bytes } of made) world.parts.push({ to, bytes });
}

async function fromHub(world: World, from: SimulatedHub, to: Laptop, partBytes: number): Promise<void> {
  const receiver = await readIdentity(to.database);
  if (!receiver) return;
  const wish = { workspace: from.workspace, receiver: receiver.replica, partBytes };
  for await (const { name, bytes } of hubBundle(from.hub, wish)) {
    if (name !== manifestName) world.parts.push({ to, bytes });
  }
}

function pick<Item>(items: readonly Item[], which: number): Item {
  const item = items[which % items.length];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}
