import { ProblemError } from '#shared/kernel/errors.ts';
import { makeBundle, openPart } from '#shared/sync/bundle.ts';
import { readIdentity } from '#renderer/data/identity.ts';
import { ensureKeys } from '#renderer/data/sync/device-keys.ts';
import { readHubs } from '#renderer/data/sync/hub-rows.ts';
import { localVector } from '#renderer/data/sync/local-vector.ts';
import { makeOffer } from '#renderer/data/sync/offer.ts';
import { takeIn } from '#renderer/data/sync/take-in.ts';
import type { Laptop } from './laptop.ts';
import type { Part, World } from './world.ts';

/** All that a laptop holds, sealed for another one. */
export async function writeToStick(world: World, from: Laptop, to: Laptop, size: number): Promise<void> {
  const sender = await whoIs(from);
  const receiver = await whoIs(to);
  if (!sender || !receiver) return;
  const { replica, keys, hub } = sender;
  const offering = { replica, workspace: hub.workspace.id, secret: keys.sign.secret };
  const runs = [];
  let theirs: Record<string, number> = {};
  for (;;) {
    // Short runs, so that there are parts to lose.
    const offer = await makeOffer(from.database, offering, theirs, size / 2);
    runs.push(...offer.runs);
    theirs = { ...theirs, ...Object.fromEntries(offer.runs.map((run) => [run.replica, run.to])) };
    if (!offer.more || offer.runs.length === 0) break;
  }
  const order = {
    workspace: hub.workspace.id,
    wall: from.clock.now(),
    have: await localVector(from.database),
    receipts: [],
    directory: hub.directory,
    sender: replica,
    signSecret: keys.sign.secret,
    receiverKey: receiver.keys.box.public,
    runs,
  };
  for await (const { bytes } of makeBundle(order, { size })) world.parts.push({ to, bytes });
}

/** Opens a part, once more or for the first time, whatever came before it. */
export async function openFromStick(world: World, { to, bytes }: Part): Promise<void> {
  const receiver = await whoIs(to);
  if (!receiver) return;
  const { hub, keys } = receiver;
  try {
    const { runs } = openPart(bytes, {
      workspace: hub.workspace.id,
      box: keys.box,
      directory: hub.directory,
      hubKey: hub.signKey,
    });
    const { n } = await takeIn(to.database, world.catalogue, hub.directory, runs, to.clock.now());
    to.announce(n);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}

async function whoIs(laptop: Laptop) {
  const identity = await readIdentity(laptop.database);
  const [hub] = await readHubs(laptop.database);
  if (!identity || !hub) return undefined;
  return { replica: identity.replica, keys: await ensureKeys(laptop.database, identity.replica), hub };
}
