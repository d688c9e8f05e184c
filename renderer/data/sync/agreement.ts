import type { HubSender } from '#shared/contracts/hub-request.ts';
import { decodeEntries, hashEntry } from '#shared/changelog/codec.ts';
import { signHead } from '#shared/sync/keys.ts';
import type { ExchangeResponse } from '#shared/sync/message.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { heldOf, type Vector } from '#shared/sync/vector.ts';
import { toPackedRun } from '#shared/sync/wire.ts';
import type { OutpostDatabase } from '../database.ts';
import { rowWith } from '../own-logs.ts';
import type { HubRow } from './hub-rows.ts';
import type { TakenIn } from './take-in.ts';

/** What a single entry takes in a message, roughly. */
const bytesOfOne = 200;

/**
 * Entries by which the hub finds out whether it holds the same as is held here, where it holds as much and nobody has compared: they
 * came here and there on different ways. One for each log, its newest: it names the hash of the one before, and so of all.
 */
export async function comparisons(
  database: OutpostDatabase,
  sender: HubSender,
  { have = {}, agreed = {} }: HubRow,
  local: Vector,
  budget: number,
): Promise<readonly PackedRun[]> {
  const unsure = Object.keys(local)
    .filter((replica) => heldOf(have, replica) >= heldOf(local, replica))
    .filter((replica) => heldOf(local, replica) > heldOf(agreed, replica));
  const runs: PackedRun[] = [];
  for (const replica of unsure.slice(0, Math.max(1, Math.floor(budget / bytesOfOne)))) {
    const run = await singleEntry(database, sender, replica, heldOf(local, replica));
    if (run) runs.push(run);
  }
  return runs;
}

/** One entry as a run that brings the hash before it. Undefined where it is not here. */
export async function singleEntry(
  database: OutpostDatabase,
  { replica: own, workspace, secret }: HubSender,
  replica: string,
  seq: number,
): Promise<PackedRun | undefined> {
  const row = await rowWith(database, replica, seq);
  const entry = row && decodeEntries(row.bytes).find((one) => one.seq === seq);
  if (!entry) return undefined;
  const theirs = row.to === seq ? row.signature : undefined;
  const signature =
    replica === own ? signHead(secret, { workspace, replica, seq, hash: hashEntry(entry) }) : theirs;
  return toPackedRun({ replica, entries: [entry], ...(signature ? { signature } : {}) });
}

/** What is known to be the same after a message there and back. */
export function agreedAfter(
  hub: HubRow,
  offered: readonly PackedRun[],
  response: ExchangeResponse,
  taken: Pick<TakenIn, 'reached' | 'refused'>,
): Vector {
  const refused = new Map(response.refused.map((run) => [run.replica, run]));
  // A hub that was restored may have heard something else since.
  const agreed: Record<string, number> = hub.epoch === response.epoch ? { ...hub.agreed } : {};
  for (const { replica, to } of offered) {
    if (!refused.has(replica) && heldOf(response.have, replica) >= to) raise(agreed, replica, to);
  }
  for (const [replica, seq] of Object.entries(taken.reached)) raise(agreed, replica, seq);
  for (const [replica, found] of taken.refused) {
    if (otherHistory.has(found.code)) agreed[replica] = 0;
  }
  for (const { replica, code, seq = 1 } of refused.values()) {
    if (code === 'OUT-SYN-020') agreed[replica] = Math.min(heldOf(agreed, replica), seq - 1);
  }
  return agreed;
}

const otherHistory: ReadonlySet<string> = new Set(['OUT-SYN-009', 'OUT-LOG-001']);

function raise(agreed: Record<string, number>, replica: string, seq: number): void {
  agreed[replica] = Math.max(heldOf(agreed, replica), seq);
}
