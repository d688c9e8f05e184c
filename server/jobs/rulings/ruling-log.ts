import { z } from 'zod';
import { noHead } from '#shared/changelog/chain.ts';
import { newReplicaId, newShortCode, type ReplicaId } from '#shared/kernel/ids.ts';
import { heldOf } from '#shared/sync/vector.ts';
import { heldBy } from '../../hub/held-by.ts';
import type { Hub } from '../../hub/hub.ts';
import type { Settings } from '../../storage/shelves/settings.ts';
import type { Shelves } from '../../storage/storage.ts';
import type { RulingProgressRow } from '../../storage/tables.ts';

const logSetting = 'rulingLog';
const leftSetting = 'rulingLogsLeft';
const leftSchema = z.record(z.string(), z.number());

/** Logs that this hub wrote rulings into before, and since when it does not any more, epoch ms. */
export async function logsLeft(settings: Settings): Promise<ReadonlyMap<ReplicaId, number>> {
  const text = await settings.read(leftSetting);
  return new Map(Object.entries(text === undefined ? {} : leftSchema.parse(JSON.parse(text))));
}

/** The log that rulings go into: the hub's own, until its end is not known for certain any more. */
export async function readRulingLog(settings: Settings, own: ReplicaId): Promise<ReplicaId> {
  return (await settings.read(logSetting)) ?? own;
}

/**
 * Rulings go into another log from now on. After a restore the old one may be longer elsewhere, and to go on with it here would fork it.
 * @param now epoch ms.
 */
export async function leaveRulingLog(settings: Settings, own: ReplicaId, now: number): Promise<void> {
  const left = Object.fromEntries(await logsLeft(settings));
  const log = await readRulingLog(settings, own);
  await settings.write(leftSetting, JSON.stringify({ ...left, [log]: now }));
  await settings.write(logSetting, newReplicaId());
}

/** Where the rulings of the workspace go now. Takes another log where the end of the present one is not what was written here last. */
export async function rulingLogFor(
  shelves: Shelves,
  { identity, clock }: Pick<Hub, 'identity' | 'clock'>,
  progress: RulingProgressRow,
): Promise<RulingProgressRow> {
  const { workspace } = progress;
  const log = await readRulingLog(shelves.settings, identity.id);
  const end = (await shelves.logs.heads(workspace, [log])).get(log) ?? noHead;
  const written = progress.log === log ? { seq: progress.logSeq, hash: progress.logHead } : noHead;
  const isElsewhere = (await shelves.replicas.list(workspace)).some(
    (row) => heldOf(heldBy(row), log) > end.seq,
  );
  if (end.seq === written.seq && end.hash === written.hash && !isElsewhere) {
    return { ...progress, log, logSeq: end.seq, logHead: end.hash };
  }
  await leaveRulingLog(shelves.settings, identity.id, clock.now());
  return rulingLogFor(shelves, { identity, clock }, progress);
}

/** Makes sure that everybody hears of the log as one of a hub. Only under the lock of the workspace. */
export async function listRulingLog(
  { replicas, workspaces }: Shelves,
  { identity, name, clock }: Pick<Hub, 'identity' | 'name' | 'clock'>,
  { workspace, log }: RulingProgressRow,
): Promise<void> {
  if (await replicas.find(workspace, log)) return;
  const taken = new Set((await replicas.list(workspace)).map(({ shortCode }) => shortCode));
  let shortCode = newShortCode();
  while (taken.has(shortCode)) shortCode = newShortCode(undefined, 4);
  await replicas.add({
    workspace,
    replica: log,
    name,
    shortCode,
    kind: 'hub',
    signKey: identity.keys.sign.public,
    boxKey: identity.keys.box.public,
    enrolledAt: clock.now(),
    codeHash: null,
    through: null,
  });
  await workspaces.raiseDirectory(workspace);
}

/**
 * May something be added to a log that was left? Once all who are in have been here since, and none of them holds more of it, its end is
 * known.
 */
export async function isEndKnown(
  { replicas, logs }: Shelves,
  workspace: string,
  log: ReplicaId,
  leftAt: number,
): Promise<boolean> {
  const end = (await logs.heads(workspace, [log])).get(log) ?? noHead;
  const rows = await replicas.list(workspace);
  return rows.every((row) => {
    const isOwn = row.codeHash === null && row.through === null;
    if (isOwn || row.revokedAt !== null) return true;
    return row.lastContact !== null && row.lastContact >= leftAt && heldOf(heldBy(row), log) <= end.seq;
  });
}
