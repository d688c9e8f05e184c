import type { Problem } from '#shared/kernel/errors.ts';
import { findFork } from '#shared/sync/agreement.ts';
import { heldOf, loweredVector } from '#shared/sync/vector.ts';
import { singleEntry } from './comparisons.ts';
import { ask, type ExchangeParts, type OwnReplica, type Round } from './exchange.ts';
import { changeHub, type HubRow } from './hub-rows.ts';
import { localVector } from './local-vector.ts';
import { takeIn, type TakenIn } from './take-in.ts';

export interface SettledForks {
  /** Replicas whose branches can be told apart by name now, here or at the hub. */
  readonly settled: readonly string[];
  /** It was the log that this database writes: it has another identity now, and cannot go on before it enrolled anew. */
  readonly stopped?: Problem;
}

/**
 * Two devices went on with one log. Where the branch here wins, the hub moved its own as soon as the first entry that differs was offered;
 * else the hub's branch is fetched, and what is held here of the other one gets another name.
 */
export async function settleForks(
  parts: ExchangeParts,
  own: OwnReplica,
  { hub, forks }: Round,
  want: number,
): Promise<SettledForks> {
  const settled: string[] = [];
  for (const [replica, told] of forks) {
    const from = told ?? (await findFirst(parts, own, hub, replica));
    if (from === 'settled') settled.push(replica);
    if (typeof from === 'string') continue;
    const taken = await fetchFrom(parts, own, hub, { replica, from, want });
    if (heldOf(taken.reached, replica) >= from) settled.push(replica);
    if (taken.stopped) return { settled, stopped: taken.stopped };
  }
  return { settled };
}

/** The hub's branch from its first entry on, as much as one message brings. */
async function fetchFrom(
  parts: ExchangeParts,
  own: OwnReplica,
  hub: HubRow,
  { replica, from, want }: { readonly replica: string; readonly from: number; readonly want: number },
): Promise<TakenIn> {
  const { database, clock } = parts;
  const have = loweredVector(await localVector(database), { [replica]: from - 1 });
  const { response } = await ask(parts, hub, senderOf(own, hub), [], want, have);
  const taken = await takeIn(parts, { directory: hub.directory, isHub: true }, response.runs, clock.now());
  await changeHub(database, hub.id, { have: loweredVector(response.have, taken.outdone) });
  return taken;
}

async function findFirst(
  parts: ExchangeParts,
  own: OwnReplica,
  hub: HubRow,
  replica: string,
): ReturnType<typeof findFork> {
  const { database } = parts;
  const sender = senderOf(own, hub);
  const last = heldOf(await localVector(database), replica);
  return findFork(last, async (seq) => {
    const run = await singleEntry(database, sender, replica, seq);
    if (!run) return false;
    const { response } = await ask(parts, hub, sender, [run], 0);
    return response.refused.find((one) => one.replica === replica);
  });
}

function senderOf({ replica, keys }: OwnReplica, hub: HubRow) {
  return { replica, workspace: hub.workspace.id, secret: keys.sign.secret };
}
