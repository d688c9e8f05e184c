import { newRecordId } from '#shared/kernel/ids.ts';
import type { Storage } from '../storage/storage.ts';
import type { WorkspaceRow } from '../storage/tables.ts';
import type { HubIdentity } from './identity.ts';

export interface WorkspaceWish {
  readonly name: string;
  readonly marking?: string | undefined;
  /** Given where the workspace exists already: at the hub above, or on the devices that join here. */
  readonly id?: string | undefined;
}

/** Makes a workspace, with the hub as its first replica. */
export function makeWorkspace(
  storage: Storage,
  hub: { readonly name: string; readonly identity: HubIdentity },
  { name, marking = 'UNCLASSIFIED', id }: WorkspaceWish,
  now: number,
): Promise<WorkspaceRow> {
  const workspace = { id: id ?? newRecordId(now), name, marking, madeAt: now };
  const { identity } = hub;
  return storage.inTransaction(async ({ workspaces, replicas }) => {
    await workspaces.add(workspace);
    await replicas.add({
      workspace: workspace.id,
      replica: identity.id,
      name: hub.name,
      shortCode: identity.shortCode,
      kind: 'hub',
      signKey: identity.keys.sign.public,
      boxKey: identity.keys.box.public,
      enrolledAt: now,
      codeHash: null,
      through: null,
    });
    return { ...workspace, nextArrival: 1, directoryVersion: 1 };
  });
}
