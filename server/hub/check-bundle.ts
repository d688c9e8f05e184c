import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { countPart, type PartCounts } from '#shared/sync/bundle-check.ts';
import { fileDigest } from '#shared/sync/bundle-head.ts';
import { findReplica } from '#shared/sync/directory.ts';
import { fingerprint } from '#shared/sync/keys.ts';
import { readDirectory } from './directory.ts';
import type { Hub } from './hub.ts';
import { openedParts } from './opened-parts.ts';
import { readBundle, type ReadBundle } from './read-bundle.ts';

export interface CheckedAtHub extends PartCounts {
  readonly workspace: { readonly id: string; readonly name: string };
  /** Random, the same in all parts of a bundle. */
  readonly bundle: string;
  readonly sender: Sender;
  readonly part: number;
  readonly isLast: boolean;
  /** Of the file, hexadecimal SHA-256. */
  readonly digest: string;
  /** Epoch ms, by the clock of its sender. */
  readonly madeAt: number;
  /** It was opened before. */
  readonly notice?: Problem;
}

interface Sender {
  readonly name: string;
  /** Of the key that signed it. */
  readonly fingerprint: string;
}

/** Says what one part of a bundle would bring, and writes nothing. @throws ProblemError OUT-SYN-070 to 077. */
export async function checkHubBundle(hub: Hub, bytes: Uint8Array): Promise<CheckedAtHub> {
  const { storage } = hub;
  const read = await readBundle(hub, bytes);
  const { workspace, opened } = read;
  const { head, wall } = opened;
  const { parts } = await openedParts(storage.settings, head.bundle);
  return {
    workspace,
    bundle: head.bundle,
    sender: await senderOf(hub, read),
    part: head.part,
    isLast: head.isLast,
    digest: fileDigest(bytes),
    madeAt: wall,
    ...countPart(opened, await storage.logs.vector(workspace.id)),
    ...(parts.includes(head.part) && { notice: problem('OUT-SYN-079', { part: head.part }) }),
  };
}

/** As it would be known once the part was taken in: what the part brings may turn its own sender out, or make it known. */
async function senderOf(
  { storage, identity }: Hub,
  { workspace, opened: { head, directory }, anchor }: ReadBundle,
): Promise<Sender> {
  const own = findReplica(await readDirectory(storage, identity, workspace.id), head.sender);
  const brought = anchor && directory && findReplica(directory, head.sender);
  const sender = own ?? brought;
  if (sender === undefined) throw new ProblemError(problem('OUT-SYN-075', { sender: head.sender }));
  const revokedAt = own?.revokedAt ?? brought?.revokedAt;
  if (revokedAt !== undefined) {
    const date = new Date(revokedAt).toISOString().slice(0, 10);
    throw new ProblemError(problem('OUT-SYN-076', { sender: sender.name, date }));
  }
  return { name: sender.name, fingerprint: fingerprint(sender.signKey) };
}
