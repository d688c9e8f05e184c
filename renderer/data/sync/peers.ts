import { loweredVector, mergeVectors, type Vector } from '#shared/sync/vector.ts';
import type { Receipt } from '#shared/sync/bundle-body.ts';
import type { OutpostDatabase } from '../database.ts';
import { changeHub, readHubs } from './hub-rows.ts';

/** What other devices hold, as far as bundles have told: they are not asked themselves. */
const key = 'peers';
export type Peers = Readonly<Record<string, Vector>>;

export async function readPeers(database: OutpostDatabase): Promise<Peers> {
  return ((await database.meta.get(key))?.value as Peers | undefined) ?? {};
}

/** Takes in what others are said to hold. A hub that is said to hold more has acknowledged it. */
export async function notePeers(database: OutpostDatabase, receipts: readonly Receipt[]): Promise<void> {
  const peers: Record<string, Vector> = { ...(await readPeers(database)) };
  for (const { replica, have } of receipts) peers[replica] = mergeVectors(peers[replica] ?? {}, have);
  await database.meta.put({ key, value: peers });
  for (const hub of await readHubs(database)) {
    const said = receipts.find(({ replica }) => replica === hub.id);
    if (said) await changeHub(database, hub.id, { have: mergeVectors(hub.have ?? {}, said.have) });
  }
}

/** Entries were moved because of a fork: by their numbers, others would seem to hold what stands here in their place. */
export async function forgetHoldings(database: OutpostDatabase, shortened: Vector): Promise<void> {
  const peers = Object.entries(await readPeers(database));
  const value = Object.fromEntries(peers.map(([replica, have]) => [replica, loweredVector(have, shortened)]));
  await database.meta.put({ key, value });
  for (const { id, have, agreed } of await readHubs(database)) {
    await changeHub(database, id, {
      ...(have ? { have: loweredVector(have, shortened) } : {}),
      ...(agreed ? { agreed: loweredVector(agreed, shortened) } : {}),
    });
  }
}

/** Everything that is known of what others hold, to be passed on. */
export async function allReceipts(database: OutpostDatabase): Promise<readonly Receipt[]> {
  const known = new Map<string, Vector>(Object.entries(await readPeers(database)));
  for (const { id, have } of await readHubs(database)) {
    if (have) known.set(id, mergeVectors(known.get(id) ?? {}, have));
  }
  return [...known].map(([replica, have]) => ({ replica, have }));
}
