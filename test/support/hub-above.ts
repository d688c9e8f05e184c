import { anyWorkspace, makeCode } from '#server/hub/codes.ts';
import { joinUpstream } from '#server/jobs/upstream/join.ts';
import { relay } from '#server/jobs/upstream/relay.ts';
import { relayFiles } from '#server/jobs/upstream/relay-files.ts';
import { Device } from './device.ts';
import type { TestHub } from './hub.ts';

/** Puts a hub under another, with all its workspaces. */
export async function joinUnder(below: TestHub, above: TestHub): Promise<void> {
  const { storage, clock } = above.hub;
  const wish = { workspace: anyWorkspace, label: 'Unit', kind: 'hub' as const };
  const { text } = await makeCode(storage.codes, wish, clock.now());
  const workspaces = await below.hub.storage.workspaces.list();
  await joinUpstream(below.hub, { address: above.address, code: text, workspaces });
}

/** One exchange with the hubs above, then the attachments. @returns whether all of them were done. */
export async function relayOnce({ hub }: TestHub): Promise<boolean> {
  let isFinished = true;
  for (const upstream of await hub.storage.upstreams.list()) {
    await relay(hub, upstream);
    isFinished = (await relayFiles(hub, upstream)) && isFinished;
  }
  return isFinished;
}

/** A device of a workspace that is not the hub's first one. */
export async function deviceOf(hub: TestHub, workspace: string): Promise<Device> {
  const { storage, clock } = hub.hub;
  const { text } = await makeCode(storage.codes, { workspace, label: 'Test' }, clock.now());
  const device = new Device();
  await device.enrol(hub.address, text);
  return device;
}
