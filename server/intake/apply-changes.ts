import { packRun } from '#shared/sync/wire.ts';
import type { LogChange } from '#shared/sync/fork-plan.ts';
import type { Branch } from '#shared/sync/renamed-fork.ts';
import { heldOf, loweredVector } from '#shared/sync/vector.ts';
import { heldBy } from '../hub/held-by.ts';
import { beginEpoch } from '../hub/identity.ts';
import type { NewSegment } from '../storage/shelves/logs.ts';
import type { Shelves } from '../storage/storage.ts';
import { entriesOf } from './held-branches.ts';
import { heldLogIn } from './held-log.ts';

/** Entries of a stored run: what is unpacked at once. */
const mostInRun = 1000;

/** Who brought the branch, and when; moved entries are on its word too. */
export interface Bringing {
  readonly workspace: string;
  readonly via: string;
  readonly receivedAt: number;
  /** The author's signature, and the hash of the entry that it stands behind. */
  readonly signed?: { readonly hash: string; readonly signature: Uint8Array };
}

/** Changes the logs as planned. Where one grew shorter the hub takes a new epoch, and nobody is believed to hold what was moved. */
export async function applyChanges(
  shelves: Shelves,
  changes: readonly LogChange[],
  bringing: Bringing,
): Promise<void> {
  const { workspace } = bringing;
  const held = await shelves.logs.vector(workspace);
  const shortened = changes.filter(({ replica, keep }) => keep < heldOf(held, replica));
  for (const change of shortened) await cut(shelves, workspace, change);
  for (const { added } of changes) {
    if (added) await shelves.logs.append(workspace, segmentsOf(added, bringing));
  }
  if (shortened.length === 0) return;
  await beginEpoch(shelves.settings);
  await forgetHoldings(shelves, workspace, shortened);
}

async function cut({ logs }: Shelves, workspace: string, { replica, keep }: LogChange): Promise<void> {
  const hash = await heldLogIn(logs, workspace).hashAt(replica, keep);
  const segment = keep > 0 ? await logs.covering(workspace, replica, keep) : undefined;
  const isWhole = segment === undefined || segment.last === keep;
  const kept = isWhole ? undefined : packRun(entriesOf(segment).slice(0, keep - segment.first + 1));
  await logs.cut(workspace, replica, { seq: keep, hash }, kept);
}

function segmentsOf({ entries, hash }: Branch, bringing: Bringing): readonly NewSegment[] {
  const { via, receivedAt, signed } = bringing;
  const segments: NewSegment[] = [];
  for (let start = 0; start < entries.length; start += mostInRun) {
    const part = entries.slice(start, start + mostInRun);
    const [first] = part;
    if (!first) break;
    const head = entries[start + part.length]?.prev ?? hash;
    segments.push({
      replica: first.replica,
      first: first.seq,
      last: first.seq + part.length - 1,
      prev: first.prev,
      head,
      signature: signed?.hash === head ? signed.signature : null,
      via,
      receivedAt,
      bytes: packRun(part),
    });
  }
  return segments;
}

/** By their numbers they would seem to hold what stands there now. */
async function forgetHoldings(
  { replicas }: Shelves,
  workspace: string,
  shortened: readonly LogChange[],
): Promise<void> {
  const most = Object.fromEntries(shortened.map(({ replica, keep }) => [replica, keep]));
  for (const row of await replicas.list(workspace)) {
    if (row.holds === null) continue;
    const holds = JSON.stringify(loweredVector(heldBy(row), most));
    if (holds !== row.holds) await replicas.holds(workspace, row.replica, holds);
  }
}
