import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { heldOf } from '#shared/sync/vector.ts';
import { singleEntry } from './agreement.ts';
import { ask, type ExchangeParts, type OwnReplica, type Round } from './exchange.ts';
import { changeHub, readHubs, type HubRow } from './hub-rows.ts';
import { localVector } from './local-vector.ts';
import { moveFork } from './move-fork.ts';

/**
 * Two devices went on with one log, and the hub had the other one's entries first: what is held here of this one's gets another name.
 * @returns replicas of which entries were moved.
 * @throws ProblemError OUT-SYN-054 where it was the log that this database writes: it has another identity now.
 */
export async function settleForks(
  parts: ExchangeParts,
  own: OwnReplica,
  { hub, forks }: Round,
): Promise<readonly string[]> {
  const settled: string[] = [];
  const [first] = await readHubs(parts.database);
  for (const [replica, told] of forks) {
    // Two hubs may hold two branches of somebody's log: the one joined first is believed, else they would go back and forth here.
    if (replica !== own.replica && hub.id !== first?.id) continue;
    const from = told ?? (await findFork(parts, own, hub, replica));
    if (from === undefined) continue;
    const { entries, identity } = await moveFork(parts.database, parts.catalogue, replica, from);
    if (entries > 0) settled.push(replica);
    if (identity) throw new ProblemError(await stopEverywhere(parts, entries));
  }
  return settled;
}

/** Asks about single entries, by halves: the first that the hub holds otherwise. */
async function findFork(
  parts: ExchangeParts,
  { replica: self, keys }: OwnReplica,
  hub: HubRow,
  replica: string,
): Promise<number | undefined> {
  const { database } = parts;
  const sender = { replica: self, workspace: hub.workspace.id, secret: keys.sign.secret };
  let same = 0;
  let different = heldOf(await localVector(database), replica) + 1;
  while (different - same > 1) {
    const middle = Math.floor((same + different) / 2);
    const run = await singleEntry(database, sender, replica, middle);
    if (!run) return undefined;
    const { response } = await ask(parts, hub, sender, [run], 0);
    const refusal = response.refused.find((one) => one.replica === replica);
    if (refusal && refusal.code !== 'OUT-SYN-020') {
      // The hub holds less than that.
      if (refusal.code !== 'OUT-SYN-005') return undefined;
      different = middle;
    } else if (refusal?.seq === middle) return middle;
    else if (refusal) different = middle;
    else same = middle;
  }
  return undefined;
}

async function stopEverywhere({ database }: ExchangeParts, entries: number) {
  const found = problem('OUT-SYN-054', { entries: entries === 1 ? '1 entry' : `${entries} entries` });
  for (const hub of await readHubs(database)) await changeHub(database, hub.id, { stopped: found });
  return found;
}
