import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { makeBundle, type BundlePart } from '#shared/sync/bundle.ts';
import { bundleExtension } from '#shared/sync/bundle-head.ts';
import type { Receipt } from '#shared/sync/bundle-body.ts';
import { manifestText, summaryOf, type PartSummary } from '#shared/sync/bundle-parts.ts';
import { fingerprint } from '#shared/sync/keys.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { heldOf, type Vector } from '#shared/sync/vector.ts';
import { readPage } from '../pages/page.ts';
import type { ReplicaRow, WorkspaceRow } from '../storage/tables.ts';
import { newestHeld, sourcesFor } from './bundle-files.ts';
import { readDirectory } from './directory.ts';
import { heldBy } from './held-by.ts';
import type { Hub } from './hub.ts';
import { vectorBefore } from './vector-before.ts';

export interface BundleWish {
  /** Id or name of the workspace; undefined where only one has the receiver. */
  readonly workspace?: string | undefined;
  /** Id, name or short code of a device or hub, or address of a hub above. */
  readonly receiver: string;
  /** Everything written since, epoch ms; absent: what the receiver is not known to hold. */
  readonly since?: number | undefined;
  /** Size of a file in bytes. */
  readonly partBytes: number;
  /** Attachments up to so many bytes each go with it; absent or 0: none. */
  readonly largestFile?: number | undefined;
}

export interface BundleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bytes of a run in a bundle at most. */
const largestRun = 256 * 1024;
export const manifestName = 'manifest.txt';

/**
 * What a receiver lacks, or everything since a date, as files that only it can open, one after the other; the manifest for printing comes last.
 * @throws ProblemError OUT-SYN-022 no such receiver, OUT-SYN-045 several, OUT-SYN-023 a revoked one, OUT-SYN-033 no such workspace.
 */
export async function* hubBundle(hub: Hub, wish: BundleWish): AsyncGenerator<BundleFile, void> {
  const { storage, identity, clock } = hub;
  const { workspace, receiver } = await findReceiver(hub, wish);
  const held = await storage.logs.vector(workspace.id);
  const known = await storage.replicas.list(workspace.id);
  const have =
    wish.since === undefined
      ? heldBy(receiver)
      : await vectorBefore(storage.logs, workspace.id, held, wish.since);
  const now = clock.now();
  const made = makeBundle(
    {
      workspace: workspace.id,
      wall: now,
      have: held,
      receipts: known.filter(({ replica }) => replica !== identity.id).flatMap(receiptOf),
      directory: await readDirectory(storage, identity, workspace.id),
      sender: identity.id,
      signSecret: identity.keys.sign.secret,
      receiverKey: receiver.boxKey,
      runs: runsFor(hub, receiver, held, have, Math.min(largestRun, wish.partBytes / 2)),
      files: sourcesFor(storage, receiver, wish),
      holds: await newestHeld(storage, workspace.id),
    },
    { size: wish.partBytes },
  );
  const summaries: PartSummary[] = [];
  for await (const part of made) {
    summaries.push(summaryOf(part));
    yield { name: fileName(part, workspace, receiver, now), bytes: part.bytes };
  }
  const nameOf = (replica: string) => known.find((row) => row.replica === replica)?.name ?? replica;
  const text = manifestText(
    {
      workspace: workspace.name,
      marking: workspace.marking,
      sender: hub.name,
      receiver: receiver.name,
      receiverPrint: fingerprint(receiver.boxKey),
      madeAt: `${new Date(now).toISOString().slice(0, 16).replace('T', ' ')}Z`,
      nameOf,
    },
    summaries,
  );
  yield { name: manifestName, bytes: Buffer.from(`${text}\n`) };
}

async function findReceiver(
  { storage, identity }: Hub,
  { workspace: named, receiver }: BundleWish,
): Promise<{ workspace: WorkspaceRow; receiver: ReplicaRow }> {
  const all = await storage.workspaces.list();
  const workspaces = all.filter(({ id, name }) => named === undefined || named === id || named === name);
  if (workspaces.length === 0)
    throw new ProblemError(problem('OUT-SYN-033', { workspace: named ?? '(none)' }));
  const above = new Set(
    (await storage.upstreams.list()).filter(({ address }) => address === receiver).map(({ hub }) => hub),
  );
  const found: { workspace: WorkspaceRow; receiver: ReplicaRow }[] = [];
  for (const workspace of workspaces) {
    for (const row of await storage.replicas.list(workspace.id)) {
      const isMeant = [row.replica, row.name, row.shortCode].includes(receiver) || above.has(row.replica);
      if (isMeant && row.replica !== identity.id) found.push({ workspace, receiver: row });
    }
  }
  const standing = found.filter(({ receiver: { revokedAt } }) => revokedAt === null);
  const [only, ...others] = standing;
  if (others.length > 0) {
    throw new ProblemError(problem('OUT-SYN-045', { receiver, count: standing.length }));
  }
  if (only !== undefined) return only;
  const [revoked] = found;
  if (revoked === undefined) throw new ProblemError(problem('OUT-SYN-022', { replica: receiver }));
  const date = new Date(revoked.receiver.revokedAt ?? 0).toISOString();
  throw new ProblemError(problem('OUT-SYN-023', { replica: receiver, date }));
}

function receiptOf(row: ReplicaRow): readonly Receipt[] {
  return row.holds === null ? [] : [{ replica: row.replica, have: heldBy(row) }];
}

/** All that the receiver lacks of what was held when the bundle was begun. */
async function* runsFor(
  { storage }: Hub,
  { workspace, replica: asker }: ReplicaRow,
  held: Vector,
  before: Vector,
  want: number,
): AsyncGenerator<PackedRun> {
  const have: Record<string, number> = { ...before };
  for (;;) {
    const { runs, more } = await readPage(storage.logs, { workspace, asker, held, have, want });
    for (const run of runs) {
      yield run;
      have[run.replica] = Math.max(heldOf(have, run.replica), run.to);
    }
    if (!more || runs.length === 0) return;
  }
}

/** The bundle's id in it keeps two of one day apart. */
function fileName({ head }: BundlePart, workspace: WorkspaceRow, receiver: ReplicaRow, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10);
  const id = head.bundle.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 6);
  const words = [fileWord(workspace.name), 'for', fileWord(receiver.name), day, id, String(head.part)];
  return `${words.join('-')}${bundleExtension}`;
}

function fileWord(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'unit';
}
