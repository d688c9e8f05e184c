import type { Directory, DirectoryReplica } from '#shared/sync/directory.ts';
import type { Shelves } from '../storage/storage.ts';
import type { ReplicaRow } from '../storage/tables.ts';

export interface DirectorySource {
  readonly workspace: string;
  /** The hub whose signed directory it is. */
  readonly hub: string;
  /** A hub above may revoke any device, one below only those that came through it. */
  readonly isAbove: boolean;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Takes over devices and hubs that another hub enrolled, and what it revoked. Who is known keeps its keys.
 * Only under the lock of the workspace. @returns whether anything changed.
 */
export async function mergeDirectory(
  { replicas, workspaces }: Shelves,
  directory: Pick<Directory, 'replicas'>,
  source: DirectorySource,
): Promise<boolean> {
  const { workspace } = source;
  const known = new Map((await replicas.list(workspace)).map((row) => [row.replica, row]));
  let hasChanged = false;
  for (const told of directory.replicas) {
    const row = known.get(told.replica);
    if (row === undefined) {
      await replicas.add(rowOf(told, source));
      hasChanged = true;
    } else if (told.revokedAt !== undefined && row.revokedAt === null && mayRevoke(row, source)) {
      await replicas.revoke(workspace, told.replica, told.revokedAt);
      hasChanged = true;
    }
  }
  if (hasChanged) await workspaces.raiseDirectory(workspace);
  return hasChanged;
}

function mayRevoke({ through }: ReplicaRow, { hub, isAbove }: DirectorySource): boolean {
  return isAbove || through === hub;
}

function rowOf(
  { replica, name, shortCode, kind, signKey, boxKey, revokedAt }: DirectoryReplica,
  { workspace, hub, now }: DirectorySource,
): Parameters<Shelves['replicas']['add']>[0] {
  return {
    workspace,
    replica,
    name,
    shortCode,
    kind,
    signKey,
    boxKey,
    enrolledAt: now,
    codeHash: null,
    through: hub,
    revokedAt: revokedAt ?? null,
  };
}
