import { canonicalJson } from '#shared/kernel/canonical.ts';
import { readIdentity } from '#renderer/data/identity.ts';
import { changeHub, readHubs } from '#renderer/data/sync/hub-rows.ts';
import { heads } from './heads.ts';
import type { Laptop } from './laptop.ts';
import type { World } from './world.ts';

const mostRounds = 14;

/** Everybody can reach everybody, and exchanges until nobody has anything new. @throws Error when there is no end to it. */
export async function settle(world: World): Promise<void> {
  for (const laptop of world.laptops) laptop.cut.clear();
  let faults: readonly string[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    world.time += 60_000;
    faults = [];
    for (const laptop of world.members) faults = [...faults, ...(await exchangeAtAll(world, laptop))];
    for (const hub of world.hubs) await hub.relay();
    if (faults.length === 0 && (await areLevel(world))) return;
  }
  const places = await allHeads(world);
  throw new Error(
    [
      `After ${mostRounds} rounds they do not hold the same.`,
      ...faults,
      JSON.stringify(places, null, 1),
    ].join('\n'),
  );
}

/** @returns what did not come through. */
async function exchangeAtAll(world: World, laptop: Laptop): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { id, address, replica, stopped } of await readHubs(laptop.database)) {
    const identity = await readIdentity(laptop.database);
    const hub = world.network.hubs.get(address);
    if (!hub) throw new Error(`Nobody is at ${address}.`);
    // A person reads what is said there, and asks for a code.
    if (stopped || identity?.replica !== replica) {
      await world
        .join(laptop, hub)
        .catch((error: unknown) => faults.push(`${laptop.parts.name}: ${String(error)}`));
    }
    await changeHub(laptop.database, id, { stopped: undefined });
    const { fault } = await world.exchange(laptop, id);
    if (fault) faults.push(`${laptop.parts.name} at ${address}: ${fault.code} ${fault.message}`);
  }
  return faults;
}

async function areLevel(world: World): Promise<boolean> {
  const places = Object.values(await allHeads(world)).map((place) => canonicalJson(place));
  return new Set(places).size === 1;
}

async function allHeads(world: World): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const places: Record<string, Readonly<Record<string, string>>> = {};
  for (const laptop of world.members) places[laptop.parts.name] = await heads(laptop.database);
  for (const hub of world.hubs) places[hub.address] = await hub.heads();
  return places;
}
