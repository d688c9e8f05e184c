import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { openPart, type OpenedPart } from '#shared/sync/bundle.ts';
import { readPart } from '#shared/sync/bundle-head.ts';
import { verifyDirectory, type Directory } from '#shared/sync/directory.ts';
import { readDirectory } from './directory.ts';
import type { Hub } from './hub.ts';

/** A part whose seal, signature and sender were found good. */
export interface ReadBundle {
  readonly workspace: { readonly id: string; readonly name: string };
  readonly opened: OpenedPart;
  /** The hub known here whose own directory the part brings, where it brings one. */
  readonly anchor: Anchor | undefined;
}

/** Reads a part and writes nothing. A file does not say for everybody which workspace it is of. @throws ProblemError OUT-SYN-070 to 077. */
export async function readBundle(hub: Hub, bytes: Uint8Array): Promise<ReadBundle> {
  const { head } = readPart(bytes);
  const workspaces = await hub.storage.workspaces.list();
  let refusal: ProblemError | undefined;
  for (const workspace of workspaces) {
    try {
      const opened = await openFor(hub, workspace.id, bytes);
      return { workspace, opened, anchor: await anchorOf(hub, workspace.id, opened) };
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
export interface Anchor {
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

async function anchorOf(hub: Hub, workspace: string, { directory }: OpenedPart): Promise<Anchor | undefined> {
  if (directory === undefined || directory.hub === hub.identity.id) return undefined;
  return (await anchorsOf(hub, workspace)).find((known) => isItsOwn(directory, known, workspace));
}

function isItsOwn(directory: Directory, { hub, key }: Anchor, workspace: string): boolean {
  return directory.hub === hub && directory.workspace === workspace && verifyDirectory(key, directory);
}
