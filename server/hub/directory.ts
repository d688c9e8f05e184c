import { signDirectory, type Directory } from '#shared/sync/directory.ts';
import type { Shelves } from '../storage/storage.ts';
import type { HubIdentity } from './identity.ts';

/** Who is who in a workspace, signed by this hub. @throws Error when there is no such workspace. */
export async function readDirectory(
  { workspaces, replicas }: Pick<Shelves, 'workspaces' | 'replicas'>,
  identity: HubIdentity,
  workspace: string,
): Promise<Directory> {
  const row = await workspaces.find(workspace);
  if (row === undefined) throw new Error(`There is no workspace ${workspace}.`);
  const known = await replicas.list(workspace);
  return signDirectory(identity.keys.sign.secret, {
    workspace,
    version: row.directoryVersion,
    hub: identity.id,
    replicas: known.map(({ replica, name, shortCode, signKey, boxKey, kind, revokedAt }) => ({
      replica,
      name,
      shortCode,
      signKey,
      boxKey,
      kind,
      ...(revokedAt === null ? {} : { revokedAt }),
    })),
  });
}
