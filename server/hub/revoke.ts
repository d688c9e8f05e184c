import type { Storage } from '../storage/storage.ts';

/** From now on nothing is taken from the replica; what came before stays. @returns false when it is not there, was revoked before, or is the hub itself. */
export function revoke(storage: Storage, workspace: string, replica: string, now: number): Promise<boolean> {
  return storage.inWorkspace(workspace, async ({ replicas, workspaces }) => {
    // The hub itself came in without a code; without it nothing would be signed any more.
    if ((await replicas.find(workspace, replica))?.codeHash === null) return false;
    const isRevoked = await replicas.revoke(workspace, replica, now);
    if (isRevoked) await workspaces.raiseDirectory(workspace);
    return isRevoked;
  });
}
