import { z } from 'zod';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { openPart, type OpenedPart } from '#shared/sync/bundle.ts';
import { fileDigest, readPart, type PartHead } from '#shared/sync/bundle-head.ts';
import { missingPartsOf } from '#shared/sync/bundle-parts.ts';
import { verifyDirectory, type Directory } from '#shared/sync/directory.ts';
import type { FileTally } from '#shared/sync/files.ts';
import type { RefusedRun } from '#shared/sync/message.ts';
import { mergeVectors } from '#shared/sync/vector.ts';
import { takeIn } from '../intake/take-in.ts';
import type { Shelves } from '../storage/storage.ts';
import { takeFiles } from './bundle-files.ts';
import { readDirectory } from './directory.ts';
import { heldBy } from './held-by.ts';
import type { Hub } from './hub.ts';
import { mergeDirectory } from './merge-directory.ts';

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
  const { workspace, opened } = await openAnywhere(hub, bytes);
  const { head, runs } = opened;
  await learn(hub, workspace.id, opened);
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

interface Opening {
  readonly workspace: { readonly id: string; readonly name: string };
  readonly opened: OpenedPart;
}

/** A file does not say for everybody which workspace it is of. */
async function openAnywhere(hub: Hub, bytes: Uint8Array): Promise<Opening> {
  const { head } = readPart(bytes);
  const workspaces = await hub.storage.workspaces.list();
  let refusal: ProblemError | undefined;
  for (const workspace of workspaces) {
    try {
      return { workspace, opened: await openFor(hub, workspace.id, bytes) };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      refusal = refusal === undefined || isOfAnother(refusal) ? error : refusal;
      if (!isOfAnother(error)) break;
    }
  }
  throw refusal ?? new ProblemError(problem('OUT-SYN-075', { sender: head.sender }));
}

function isOfAnother({ problem: { code } }: ProblemError): boolean {
  return code === 'OUT-SYN-077';
}

/** A hub whose word on devices counts here, for those that it enrolled. */
interface Anchor {
  readonly hub: string;
  readonly key: Uint8Array;
  readonly isAbove: boolean;
}

async function anchorsOf({ storage, identity }: Hub, workspace: string): Promise<readonly Anchor[]> {
  const above = (await storage.upstreams.list()).filter((row) => row.workspace === workspace);
  const known = new Set(above.map(({ hub }) => hub));
  const below = (await storage.replicas.list(workspace)).filter(
    ({ replica, kind, revokedAt }) =>
      kind === 'hub' && revokedAt === null && replica !== identity.id && !known.has(replica),
  );
  return [
    ...above.map(({ hub, hubKey }) => ({ hub, key: hubKey, isAbove: true })),
    ...below.map(({ replica, signKey }) => ({ hub: replica, key: signKey, isAbove: false })),
  ];
}

/** A sender that is not known here may stand in the directory that it brings, signed by a hub that is known. */
async function openFor(hub: Hub, workspace: string, bytes: Uint8Array): Promise<OpenedPart> {
  const trust = { workspace, box: hub.identity.keys.box };
  try {
    const directory = await readDirectory(hub.storage, hub.identity, workspace);
    return openPart(bytes, { ...trust, directory, hubKey: undefined });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'OUT-SYN-075') throw error;
    for (const { hub: signer, key } of await anchorsOf(hub, workspace)) {
      const opened = tryOpen(bytes, { ...trust, directory: undefined, hubKey: key });
      if (opened?.directory?.hub === signer) return opened;
    }
    throw error;
  }
}

function tryOpen(bytes: Uint8Array, trust: Parameters<typeof openPart>[1]): OpenedPart | undefined {
  try {
    return openPart(bytes, trust);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

/** Takes over devices, their keys and revocations from a directory of a hub known here. */
async function learn(hub: Hub, workspace: string, { directory }: OpenedPart): Promise<void> {
  if (directory === undefined || directory.hub === hub.identity.id) return;
  const anchor = (await anchorsOf(hub, workspace)).find((known) => isItsOwn(directory, known, workspace));
  if (anchor === undefined) return;
  const source = { workspace, hub: anchor.hub, isAbove: anchor.isAbove, now: hub.clock.now() };
  await hub.storage.inWorkspace(workspace, (shelves) => mergeDirectory(shelves, directory, source));
}

function isItsOwn(directory: Directory, { hub, key }: Anchor, workspace: string): boolean {
  return directory.hub === hub && directory.workspace === workspace && verifyDirectory(key, directory);
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

const notedSchema = z.object({ parts: z.array(z.int()), last: z.int().nullable() });

/** Remembers which parts of a bundle were opened. */
async function notePart(
  { settings }: Shelves,
  { bundle, part, isLast }: PartHead,
): Promise<{ readonly isKnown: boolean; readonly missing: Problem | undefined }> {
  const name = `bundle/${bundle}`;
  const text = await settings.read(name);
  const noted = text === undefined ? { parts: [], last: null } : notedSchema.parse(JSON.parse(text));
  const parts = [...new Set([...noted.parts, part])].sort((a, b) => a - b);
  const last = isLast ? part : noted.last;
  await settings.write(name, JSON.stringify({ parts, last }));
  return { isKnown: noted.parts.includes(part), missing: missingPartsOf(parts, last !== null) };
}
