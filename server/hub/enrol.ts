import { directoryToJson } from '#shared/contracts/hub-directory.ts';
import type { EnrolRequest, EnrolResponse } from '#shared/contracts/hub.ts';
import { areBytesEqual, fromBase64Url, toBase64Url } from '#shared/kernel/canonical.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { newShortCode } from '#shared/kernel/ids.ts';
import type { Shelves } from '../storage/storage.ts';
import type { CodeRow, ReplicaRow } from '../storage/tables.ts';
import { anyWorkspace, hashOfCode } from './codes.ts';
import { readDirectory } from './directory.ts';
import type { Hub } from './hub.ts';
import { readEpoch } from './identity.ts';
import { makeWorkspace } from './workspaces.ts';

/**
 * Lets a replica in. The same replica, key and code give the same answer again until the code expires: the first answer may be lost on its way.
 * @throws ProblemError OUT-SYN-024 code not valid, OUT-SYN-025 enrolled with another key, OUT-SYN-023 revoked.
 */
export async function enrol(hub: Hub, request: EnrolRequest): Promise<EnrolResponse> {
  const hash = hashOfCode(request.code);
  const code = hash === undefined ? undefined : await hub.storage.codes.find(hash);
  if (code === undefined) throw new ProblemError(problem('OUT-SYN-024'));
  const now = hub.clock.now();
  checkCode(code, request, now);
  const workspace = await workspaceFor(hub, code, request);
  return hub.storage.inWorkspace(workspace, async (shelves) => {
    const current = await shelves.codes.find(code.hash);
    const replica = await shelves.replicas.find(workspace, request.replica);
    checkCode(current, request, now);
    const enrolled = replica === undefined ? undefined : checkKeys(replica, request);
    const row = enrolled ?? (await add(shelves, { ...code, workspace }, request, now));
    if (row.through !== null) await shelves.replicas.admit(workspace, row.replica, code.hash);
    if (current?.usedAt === null) await shelves.codes.use(code.hash, request.replica, now);
    return answer(hub, shelves, row);
  });
}

/** The workspace that the code is for, or the one that a hub brings with a code for any. */
async function workspaceFor(hub: Hub, code: CodeRow, { workspace }: EnrolRequest): Promise<string> {
  if (code.workspace !== anyWorkspace) {
    if (workspace !== undefined && workspace.id !== code.workspace)
      throw new ProblemError(problem('OUT-SYN-024'));
    return code.workspace;
  }
  if (workspace === undefined) throw new ProblemError(problem('OUT-SYN-033', { workspace: '(none named)' }));
  if ((await hub.storage.workspaces.find(workspace.id)) === undefined) {
    await makeWorkspace(hub.storage, hub, workspace, hub.clock.now());
  }
  return workspace.id;
}

function checkCode(code: CodeRow | undefined, { replica }: EnrolRequest, now: number): void {
  const isValid =
    code !== undefined &&
    code.cancelledAt === null &&
    code.expiresAt > now &&
    (code.usedBy === null || code.usedBy === replica);
  if (!isValid) throw new ProblemError(problem('OUT-SYN-024'));
}

function checkKeys(row: ReplicaRow, { replica, signKey, boxKey }: EnrolRequest): ReplicaRow {
  if (!areBytesEqual(row.signKey, keyOf(signKey)) || !areBytesEqual(row.boxKey, keyOf(boxKey))) {
    throw new ProblemError(problem('OUT-SYN-025', { replica }));
  }
  if (row.revokedAt !== null) {
    const date = new Date(row.revokedAt).toISOString();
    throw new ProblemError(problem('OUT-SYN-023', { replica, date }));
  }
  return row;
}

async function add(
  { replicas, workspaces }: Shelves,
  { workspace, hash, kind }: CodeRow,
  { replica, name, shortCode, signKey, boxKey }: EnrolRequest,
  now: number,
): Promise<ReplicaRow> {
  const taken = new Set((await replicas.list(workspace)).map((row) => row.shortCode));
  const row = {
    workspace,
    replica,
    name,
    shortCode: freeShortCode(shortCode, taken),
    kind,
    signKey: keyOf(signKey),
    boxKey: keyOf(boxKey),
    enrolledAt: now,
    codeHash: hash,
    through: null,
  };
  await replicas.add(row);
  await workspaces.raiseDirectory(workspace);
  return { ...row, revokedAt: null, lastContact: null, holds: null, deadForgotten: 0 };
}

/** Numbers of records are unique because no two replicas of a workspace have one short code. */
function freeShortCode(wished: string, taken: ReadonlySet<string>): string {
  let code = wished;
  for (let attempt = 0; taken.has(code); attempt += 1)
    code = newShortCode(undefined, 2 + Math.floor(attempt / 20));
  return code;
}

async function answer(hub: Hub, shelves: Shelves, row: ReplicaRow): Promise<EnrolResponse> {
  const workspace = await shelves.workspaces.find(row.workspace);
  const directory = await readDirectory(shelves, hub.identity, row.workspace);
  const { id, keys } = hub.identity;
  return {
    workspace: { id: row.workspace, name: workspace?.name ?? '', marking: workspace?.marking ?? '' },
    hub: {
      id,
      name: hub.name,
      signKey: toBase64Url(keys.sign.public),
      boxKey: toBase64Url(keys.box.public),
      epoch: await readEpoch(shelves.settings),
    },
    shortCode: row.shortCode,
    directory: directoryToJson(directory),
  };
}

function keyOf(text: string): Uint8Array {
  return fromBase64Url(text) ?? new Uint8Array();
}
