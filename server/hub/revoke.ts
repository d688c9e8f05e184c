import type { Storage } from '../storage/storage.ts';

/** From now on nothing is taken from the replica; what came before stays. @returns false when it is not there or was revoked before. */
export function revoke(storage: Storage, workspace: string, replica: string, now: number): Promise<boolean> {
  return storage.inWorkspace(workspace, async ({ replicas, workspaces }) => {
    const isRevoked = await replicas.revoke(workspace, replica, now);
    if (isRevoked) await workspaces.raiseDirectory(workspace);
    return isRevoked;
  });
}
