import type { HubSender } from '#shared/contracts/hub-request.ts';
import { decodeEntries, hashEntry } from '#shared/changelog/codec.ts';
import { signHead } from '#shared/sync/keys.ts';
import { unsureLogs } from '#shared/sync/agreement.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { heldOf, type Vector } from '#shared/sync/vector.ts';
import { toPackedRun } from '#shared/sync/wire.ts';
import type { OutpostDatabase } from '../database.ts';
import { rowWith } from '../own-logs.ts';
import type { HubRow } from './hub-rows.ts';

/** What a single entry takes in a message, roughly. */
const bytesOfOne = 200;

/** The newest entries of logs of which it is not known whether the hub holds the same. */
export async function comparisons(
  database: OutpostDatabase,
  sender: HubSender,
  { have = {}, agreed = {}, epoch }: HubRow,
  local: Vector,
  budget: number,
): Promise<readonly PackedRun[]> {
  const unsure = unsureLogs(have, { agreed, epoch }, local);
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
