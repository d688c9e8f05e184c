import type { HubSender } from '#shared/contracts/hub-request.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { bundleExtension } from '#shared/sync/bundle-head.ts';
import { makeBundle } from '#shared/sync/bundle.ts';
import { filesIn, manifestText, summaryOf, type PartSummary } from '#shared/sync/bundle-parts.ts';
import { findReplica, type DirectoryReplica } from '#shared/sync/directory.ts';
import { fingerprint } from '#shared/sync/keys.ts';
import { countEntries, missingFrom, type Vector } from '#shared/sync/vector.ts';
import type { OutpostDatabase } from '../database.ts';
import { allRuns } from './all-runs.ts';
import { mustHoldBundle } from './bundle-marking.ts';
import { filesForBundle } from './bundle-files.ts';
import { ensureKeys } from './device-keys.ts';
import type { ExchangeParts } from './exchange.ts';
import { readHubs, type HubRow } from './hub-rows.ts';
import { localVector, vectorBefore } from './local-vector.ts';
import { allReceipts, readPeers } from './peers.ts';
import type { BundleFiles, BundleOrder, BundleReceiver } from './protocol.ts';
import { workspaceHub } from './workspace-hub.ts';

/** Bytes of a run in a bundle at most. */
const largestRun = 256 * 1024;

/** Whom a bundle can be made for: all devices and hubs of the workspace but this one, and how much each is known to lack. */
export async function bundleReceivers({ database }: ExchangeParts): Promise<readonly BundleReceiver[]> {
  const hub = (await readHubs(database))[0];
  if (!hub) return [];
  const local = await localVector(database);
  const receivers = hub.directory.replicas.filter(
    ({ replica, revokedAt }) => replica !== hub.replica && revokedAt === undefined,
  );
  return Promise.all(
    receivers.map(async ({ replica, name, kind, boxKey }) => ({
      replica,
      name,
      kind,
      fingerprint: fingerprint(boxKey),
      lacks: countMissing(await knownVector(database, replica), local),
    })),
  );
}

/**
 * Writes what a receiver lacks, as far as that is known, or everything since a date, as files that only the receiver can open.
 * @throws ProblemError OUT-SYN-056 where this database is enrolled nowhere, OUT-SYN-075 for a receiver that is not in the directory,
 * OUT-MRK-002 where a record in it is marked above what the receiver may hold.
 */
export async function exportBundle(parts: ExchangeParts, order: BundleOrder): Promise<BundleFiles> {
  const { database, clock } = parts;
  const hub = await workspaceHub(database);
  const receiver = findReplica(hub.directory, order.receiver);
  if (!receiver) throw new ProblemError(problem('OUT-SYN-075', { sender: order.receiver }));
  const keys = await ensureKeys(database, hub.replica);
  const sender: HubSender = {
    replica: hub.replica,
    workspace: hub.workspace.id,
    secret: keys.sign.secret,
  };
  const have = await localVector(database);
  const theirs =
    order.since === undefined
      ? await knownVector(database, receiver.replica)
      : await vectorBefore(database, have, order.since);
  await mustHoldBundle(parts, { name: receiver.name, marking: hub.workspace.marking }, theirs);
  const forBundle = await filesForBundle(database, order);
  const now = clock.now();
  const made = makeBundle(
    {
      workspace: hub.workspace.id,
      wall: now,
      have,
      receipts: await allReceipts(database),
      directory: hub.directory,
      sender: hub.replica,
      signSecret: keys.sign.secret,
      receiverKey: receiver.boxKey,
      runs: allRuns(database, sender, theirs, Math.min(largestRun, order.partBytes / 2)),
      files: forBundle.sources,
      holds: forBundle.holds,
    },
    { size: order.partBytes },
  );
  const summaries: PartSummary[] = [];
  const files: { name: string; bytes: Uint8Array }[] = [];
  const base = `${fileWord(hub.workspace.name)}-for-${fileWord(receiver.name)}-${new Date(now).toISOString().slice(0, 10)}`;
  for await (const part of made) {
    summaries.push(summaryOf(part));
    files.push({ name: `${base}-${part.head.part}${bundleExtension}`, bytes: part.bytes });
  }
  return {
    files,
    manifest: manifestText(titleOf(hub, receiver, now), summaries),
    attachments: filesIn(summaries),
    left: forBundle.left,
  };
}

async function knownVector(database: OutpostDatabase, replica: string): Promise<Vector> {
  const hub = (await readHubs(database)).find(({ id }) => id === replica);
  return hub?.have ?? (await readPeers(database))[replica] ?? {};
}

function countMissing(theirs: Vector, ours: Vector): number {
  const missing = missingFrom(theirs, ours);
  return countEntries(Object.fromEntries(missing.map(({ replica, from, to }) => [replica, to - from + 1])));
}

function titleOf(hub: HubRow, receiver: DirectoryReplica, now: number): Parameters<typeof manifestText>[0] {
  const nameOf = (replica: string): string => findReplica(hub.directory, replica)?.name ?? replica;
  return {
    workspace: hub.workspace.name,
    marking: hub.workspace.marking,
    sender: nameOf(hub.replica),
    receiver: receiver.name,
    receiverPrint: fingerprint(receiver.boxKey),
    madeAt: `${new Date(now).toISOString().slice(0, 16).replace('T', ' ')}Z`,
    nameOf,
  };
}

function fileWord(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'unit';
}
