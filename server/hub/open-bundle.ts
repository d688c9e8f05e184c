import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import type { OpenedPart } from '#shared/sync/bundle.ts';
import { fileDigest, type PartHead } from '#shared/sync/bundle-head.ts';
import { missingPartsOf } from '#shared/sync/bundle-parts.ts';
import type { FileTally } from '#shared/sync/files.ts';
import type { RefusedRun } from '#shared/sync/message.ts';
import { mergeVectors } from '#shared/sync/vector.ts';
import { takeIn } from '../intake/take-in.ts';
import type { Shelves } from '../storage/storage.ts';
import { takeFiles } from './bundle-files.ts';
import { heldBy } from './held-by.ts';
import type { Hub } from './hub.ts';
import { mergeDirectory } from './merge-directory.ts';
import { openedParts, noteParts } from './opened-parts.ts';
import { readBundle, type ReadBundle } from './read-bundle.ts';

export interface OpenedAtHub {
  readonly workspace: { readonly id: string; readonly name: string };
  /** Name of the device or hub that made it. */
  readonly sender: string;
  readonly part: number;
  readonly isLast: boolean;
  /** Of the file, hexadecimal SHA-256. */
  readonly digest: string;
  /** Entries that were new here. */
  readonly entries: number;
  readonly refused: readonly RefusedRun[];
  /** Attachments that are whole here now, and all bytes of theirs; and why some were not taken. */
  readonly files: FileTally;
  readonly fileFaults: readonly Problem[];
  /** It was opened before. */
  readonly notice?: Problem;
  /** Parts of the bundle that were not opened here yet. */
  readonly missing?: Problem;
}

/**
 * Takes in one part of a bundle: its runs by the intake of every exchange, vouched for by its sender; what its sender has heard that others hold; devices that a
 * hub known here enrolled. In any order, and twice, is safe.
 * @throws ProblemError OUT-SYN-070 to 077: nothing was taken in.
 */
export async function openHubBundle(hub: Hub, bytes: Uint8Array): Promise<OpenedAtHub> {
  const { storage, clock, metrics, limits } = hub;
  const read = await readBundle(hub, bytes);
  const { workspace, opened } = read;
  const { head, runs } = opened;
  await learn(hub, read);
  const sender = await senderOf(hub, workspace.id, head);
  const taken = await takeIn(storage, {
    workspace: workspace.id,
    sender: head.sender,
    runs,
    isTold: false,
    now: clock.now(),
    deadLetters: limits.deadLetters,
  });
  metrics.entriesTakenIn.inc(taken.entries);
  for (const { code } of taken.refused) metrics.refusedRuns.inc({ code });
  const sent = { workspace: workspace.id, replica: head.sender };
  const { files, faults } = await takeFiles(hub, sent, opened);
  const seen = await storage.inWorkspace(workspace.id, async (shelves) => {
    await noteReceipts(shelves, workspace.id, hub.identity.id, opened);
    return notePart(shelves, head);
  });
  return {
    workspace,
    sender,
    part: head.part,
    isLast: head.isLast,
    digest: fileDigest(bytes),
    entries: taken.entries,
    refused: taken.refused,
    files,
    fileFaults: faults,
    ...(seen.isKnown && { notice: problem('OUT-SYN-079', { part: head.part }) }),
    ...(seen.missing && { missing: seen.missing }),
  };
}

/** Takes over devices, their keys and revocations from a directory of a hub known here. */
async function learn(hub: Hub, { workspace, opened, anchor }: ReadBundle): Promise<void> {
  const { directory } = opened;
  if (directory === undefined || anchor === undefined) return;
  const source = { workspace: workspace.id, hub: anchor.hub, isAbove: anchor.isAbove, now: hub.clock.now() };
  await hub.storage.inWorkspace(workspace.id, (shelves) => mergeDirectory(shelves, directory, source));
}

/** Its name. What the bundle brought may have turned its own sender out. */
async function senderOf({ storage }: Hub, workspace: string, { sender }: PartHead): Promise<string> {
  const row = await storage.replicas.find(workspace, sender);
  if (row === undefined) throw new ProblemError(problem('OUT-SYN-075', { sender }));
  if (row.revokedAt === null) return row.name;
  const date = new Date(row.revokedAt).toISOString().slice(0, 10);
  throw new ProblemError(problem('OUT-SYN-076', { sender: row.name, date }));
}

/** What a replica is known to hold only grows by what others say of it. */
async function noteReceipts(
  { replicas }: Shelves,
  workspace: string,
  self: string,
  { head, have, receipts }: OpenedPart,
): Promise<void> {
  for (const said of [...receipts, { replica: head.sender, have }]) {
    const row = await replicas.find(workspace, said.replica);
    if (row === undefined || row.replica === self) continue;
    const holds = JSON.stringify(mergeVectors(heldBy(row), said.have));
    if (holds !== row.holds) await replicas.holds(workspace, said.replica, holds);
  }
}

async function notePart(
  { settings }: Shelves,
  { bundle, part, isLast }: PartHead,
): Promise<{ readonly isKnown: boolean; readonly missing: Problem | undefined }> {
  const noted = await openedParts(settings, bundle);
  const parts = [...new Set([...noted.parts, part])].sort((a, b) => a - b);
  const last = isLast ? part : noted.last;
  await noteParts(settings, bundle, { parts, last });
  return { isKnown: noted.parts.includes(part), missing: missingPartsOf(parts, last !== null) };
}
