import { fromBase64Url, toBase64Url } from '#shared/kernel/canonical.ts';
import { newRecordId } from '#shared/kernel/ids.ts';
import type { Hub } from '../../hub/hub.ts';
import { makeWorkspace } from '../../hub/workspaces.ts';
import { enrolAt } from './hub-above.ts';

export interface JoinWish {
  /** Such as `https://brigade.example:4790`. */
  readonly address: string;
  /** One-time code of the hub there, of kind “hub”. */
  readonly code: string;
  /** Workspaces to bring there; empty: take up the one that the code is for. */
  readonly workspaces: readonly { readonly id: string; readonly name: string; readonly marking: string }[];
}

/** Enrols this hub at a hub above; from then on the workspaces are relayed. @returns the names of the workspaces. @throws ProblemError OUT-SYN-042. */
export async function joinUpstream(hub: Hub, { address, code, workspaces }: JoinWish): Promise<string[]> {
  const base = address.replace(/\/+$/, '');
  const wishes = workspaces.length === 0 ? [undefined] : workspaces;
  const joined: string[] = [];
  for (const wish of wishes) joined.push(await joinOne(hub, base, code, wish));
  return joined;
}

async function joinOne(
  { name, identity, storage, clock }: Hub,
  address: string,
  code: string,
  brought: JoinWish['workspaces'][number] | undefined,
): Promise<string> {
  const { id: replica, keys, shortCode } = identity;
  const answer = await enrolAt(address, {
    code,
    replica,
    name,
    signKey: toBase64Url(keys.sign.public),
    boxKey: toBase64Url(keys.box.public),
    shortCode,
    kind: 'hub',
    ...(brought === undefined
      ? {}
      : { workspace: { id: brought.id, name: brought.name, marking: brought.marking } }),
  });
  const { workspace } = answer;
  const now = clock.now();
  if ((await storage.workspaces.find(workspace.id)) === undefined) {
    await makeWorkspace(storage, { name, identity }, workspace, now);
  }
  for (const { id, workspace: relayed, address: to } of await storage.upstreams.list()) {
    if (relayed === workspace.id && to === address) await storage.upstreams.stop(id, now);
  }
  await storage.upstreams.add({
    id: newRecordId(now),
    workspace: workspace.id,
    address,
    hub: answer.hub.id,
    hubKey: fromBase64Url(answer.hub.signKey) ?? new Uint8Array(),
    enrolledAt: now,
  });
  return workspace.name;
}
