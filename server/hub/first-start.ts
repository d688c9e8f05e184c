import { makeCode } from './codes.ts';
import type { Hub } from './hub.ts';
import { makeWorkspace, type WorkspaceWish } from './workspaces.ts';

const label = 'First device';

/** While no device is enrolled: makes sure of a workspace, and gives a new code for the first device. @returns undefined afterwards. */
export async function offerFirstCode(hub: Hub, first: WorkspaceWish): Promise<string | undefined> {
  const { storage, clock } = hub;
  const now = clock.now();
  const workspaces = await storage.workspaces.list();
  for (const { id } of workspaces) {
    const known = await storage.replicas.list(id);
    // Of the hub itself only its logs are there, which came neither with a code nor through another hub.
    if (known.some(({ codeHash, through }) => codeHash !== null || through !== null)) return undefined;
  }
  const workspace = workspaces[0] ?? (await makeWorkspace(storage, hub, first, now));
  // The one of the last start cannot be shown again.
  await storage.codes.cancelLabelled(label, now);
  const { text } = await makeCode(storage.codes, { workspace: workspace.id, label }, now);
  return text;
}
