import { ProblemError } from '#shared/kernel/errors.ts';
import { heldOf } from '#shared/sync/vector.ts';
import { revoke } from '#server/hub/revoke.ts';
import { readIdentity } from '#renderer/data/identity.ts';
import { exportBundle } from '#renderer/data/sync/bundles.ts';
import { openBundle } from '#renderer/data/sync/open-bundle.ts';
import { readHubs } from '#renderer/data/sync/hub-rows.ts';
import { waitingFor } from '#renderer/data/sync/offer.ts';
import type { Laptop } from './laptop.ts';
import { contentOf } from './ledger.ts';
import type { World } from './world.ts';

/** What the hub held of a laptop when it was turned out. */
export interface Revocation {
  readonly replica: string;
  readonly held: number;
}

/** Turns a laptop out, as long as somebody else is left. */
export async function revokeAtHub(world: World, laptop: Laptop): Promise<void> {
  const [hub] = world.hubs;
  const identity = await readIdentity(laptop.database);
  if (!hub || !identity || world.members.length < 2 || world.revoked.has(laptop)) return;
  const { replica } = identity;
  if (!(await revoke(hub.storage, hub.workspace, replica, world.time))) return;
  world.revoked.set(laptop, { replica, held: heldOf(await hub.vector(), replica) });
}

/** Contents that only laptops have that were turned out. */
export async function keptByRevoked({ revoked }: World): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const laptop of revoked.keys()) kept.push(...(await laptop.entries()).map(contentOf));
  return kept;
}

/** Who was turned out keeps its work, is told, and is believed by nobody. @returns what is not so. */
export async function checkRevoked(world: World): Promise<readonly string[]> {
  const faults: string[] = [];
  const [hub] = world.hubs;
  const [other] = world.members;
  for (const [laptop, { replica, held }] of world.revoked) {
    if (!hub || !other) throw new Error('Nobody is left.');
    const [before] = await readHubs(laptop.database);
    const { fault } = before ? await world.exchange(laptop, before.id) : {};
    const [row] = await readHubs(laptop.database);
    const own = (await laptop.entries()).filter((entry) => entry.replica === replica).length;
    const waiting = await waitingFor(laptop.database, row?.have ?? {});
    const told = [
      ...(fault?.code === 'OUT-SYN-023' ? [] : [`it is told ${fault?.code ?? 'nothing'}`]),
      ...(row?.stopped?.code === 'OUT-SYN-023' ? [] : ['it goes on asking']),
      ...(heldOf(await hub.vector(), replica) === held
        ? []
        : ['the hub holds more or less of it than before']),
      ...(waiting.entries >= own - held
        ? []
        : [`${waiting.entries} of ${own - held} entries are shown as waiting`]),
      ...(await bundleFault(laptop, other)),
    ];
    faults.push(...told.map((what) => `${laptop.parts.name}, turned out: ${what}`));
  }
  return faults;
}

async function bundleFault(laptop: Laptop, other: Laptop): Promise<readonly string[]> {
  const receiver = await readIdentity(other.database);
  if (!receiver) return [];
  const order = { receiver: receiver.replica, partBytes: 1_000_000, since: -8.64e15 };
  const before = (await other.entries()).length;
  const codes: string[] = [];
  for (const { bytes } of (await exportBundle(laptop.exchange, order)).files) {
    await openBundle(other.exchange, bytes).then(
      () => codes.push('none'),
      (error: unknown) => codes.push(error instanceof ProblemError ? error.problem.code : String(error)),
    );
  }
  const isRefused =
    codes.every((code) => code === 'OUT-SYN-076') && (await other.entries()).length === before;
  return isRefused ? [] : [`its bundle is answered with ${codes.join(', ')}`];
}
