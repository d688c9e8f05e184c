import { exchangeOnce } from '#renderer/data/sync/exchange.ts';
import { ensureKeys } from '#renderer/data/sync/device-keys.ts';
import { readHubs, type HubRow } from '#renderer/data/sync/hub-rows.ts';
import { openFromStick, tolerant, writeToStick } from './bundles.ts';
import type { SimulatedHub } from './hub-house.ts';
import type { Laptop } from './laptop.ts';
import { moreKinds, type MoreOperation } from './more-operations.ts';
import type { Operation } from './operations.ts';
import { performMore } from './perform-more.ts';
import { act, create, edit, note, tag, undo } from './work.ts';
import type { World } from './world.ts';

const mostLaptops = 5;
const second = 1000;

/** Does one operation of a schedule. What is refused in plain words is part of life; anything else is a fault. */
export async function perform(world: World, operation: Operation): Promise<void> {
  world.time += second;
  if (isMore(operation)) return performMore(world, operation);
  const at = 'at' in operation ? pick(world.laptops, operation.at) : undefined;
  const hub = 'hub' in operation ? pick(world.hubs, operation.hub) : undefined;
  if (at) await performAt(world, at, operation);
  if (hub) await performAtHub(world, hub, operation);
  if (operation.do === 'stray') {
    const stray = world.network.strays[operation.value % Math.max(1, world.network.strays.length)];
    await stray?.hub.answer(stray.call);
  }
  if (operation.do === 'open') {
    const part = world.parts[operation.part % Math.max(1, world.parts.length)];
    if (part) await tolerant(() => openFromStick(part));
  }
}

function isMore(operation: Operation): operation is MoreOperation {
  return moreKinds.has(operation.do);
}

async function performAt(world: World, laptop: Laptop, operation: Operation): Promise<void> {
  switch (operation.do) {
    case 'create':
      return create(world, laptop, operation.value);
    case 'edit':
      return edit(world, laptop, operation.record, operation.value);
    case 'tag':
      return tag(world, laptop, operation.record, operation.value);
    case 'act':
      return act(world, laptop, operation.record, operation.value);
    case 'note':
      return note(world, laptop, operation.record, operation.value);
    case 'undo':
      return undo(world, laptop, operation.value);
    case 'exchange':
      return exchange(world, laptop, operation);
    case 'join':
      return join(world, laptop, pick(world.hubs, operation.hub));
    case 'cut':
      laptop.cut.add(pick(world.hubs, operation.hub).address);
      return;
    case 'mend':
      laptop.cut.clear();
      return;
    case 'clock':
      laptop.off = operation.minutes * 60_000;
      return;
    case 'crash':
      return laptop.crash();
    case 'image':
      laptop.images.push(await laptop.image());
      return;
    case 'restore':
      return restore(world, laptop, operation.value);
    case 'clone':
      return clone(world, laptop, operation.at);
    case 'bundle': {
      const others = world.laptops.filter((one) => one !== laptop);
      if (others.length === 0) return;
      const to = pick(others, operation.to);
      return tolerant(() => writeToStick(world, laptop, to, operation.size));
    }
    default:
      return;
  }
}

async function performAtHub(world: World, hub: SimulatedHub, operation: Operation): Promise<void> {
  switch (operation.do) {
    case 'relay': {
      const { fault } = operation;
      const trouble = fault ? { fault: { kind: fault, call: 0, value: operation.hub } } : {};
      return tolerant(() => world.network.within(trouble, () => hub.relay()));
    }
    case 'hub restarts':
      return hub.restart();
    case 'hub backup':
      return hub.backUp();
    case 'hub restore': {
      const backup = hub.backups[operation.value % Math.max(1, hub.backups.length)];
      if (backup) await world.disaster(hub, () => hub.restore(backup));
      return;
    }
    default:
      return;
  }
}

async function exchange(
  world: World,
  laptop: Laptop,
  { hub: which, messages, budget, fault, meanwhile }: Extract<Operation, { do: 'exchange' }>,
): Promise<void> {
  const hubs = await readHubs(laptop.database);
  if (hubs.length === 0) return;
  const hub = pick(hubs, which);
  const { database } = laptop;
  const nested = meanwhile && (() => perform(world, meanwhile));
  await tolerant(
    () =>
      world.network.within({ fault, meanwhile: nested }, async () => {
        if (messages === 0) await world.exchange(laptop, hub.id);
        else await single(laptop, hub, messages, budget);
      }),
    () => laptop.fuse !== undefined || laptop.database !== database,
  );
  if (laptop.fuse !== undefined) await laptop.crash();
}

/** Some messages, however much there is to say; another thread of the laptop may have written in between. */
async function single(laptop: Laptop, hub: HubRow, messages: number, budget: number): Promise<void> {
  let known = hub;
  for (let index = 0; index < messages; index += 1) {
    if (known.stopped) return;
    const { exchange: parts } = laptop;
    const own = { replica: known.replica, keys: await ensureKeys(parts.database, known.replica) };
    const round = await exchangeOnce(parts, known, own, { send: budget, want: budget });
    if (round.received > 0 && index % 2 === 0) laptop.announce(round.n);
    known = round.hub;
  }
}

async function join(world: World, laptop: Laptop, hub: SimulatedHub): Promise<void> {
  if ((await world.addressesOf(laptop)).includes(hub.address)) return;
  await tolerant(() => world.join(laptop, hub));
}

async function restore(world: World, laptop: Laptop, value: number): Promise<void> {
  const image = laptop.images[value % Math.max(1, laptop.images.length)];
  if (!image) return;
  world.hasCopies = true;
  await world.disaster(laptop, async () => {
    await laptop.end();
    laptop.done.length = 0;
    await laptop.start(image);
  });
}

async function clone(world: World, laptop: Laptop, value: number): Promise<void> {
  if (world.laptops.length >= mostLaptops) return;
  world.hasCopies = true;
  const copy = await world.addLaptop(await laptop.image(), value % 2 === 0 ? laptop.parts.actor : undefined);
  copy.off = laptop.off;
}

function pick<Item>(items: readonly Item[], which: number): Item {
  const item = items[which % items.length];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}
