import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { systemClock } from '#shared/kernel/clock.ts';
import type { HubConfig } from '../config.ts';
import { openHub } from '../hub/hub.ts';
import { joinUpstream } from '../jobs/upstream/join.ts';
import type { Storage } from '../storage/storage.ts';

export interface UpstreamArguments {
  readonly workspace?: string | undefined;
  /** Take up the workspace that the code is for, and bring none. */
  readonly join: boolean;
}

/** `upstream <address> <code>`: brings all workspaces, or the one named, to a hub above. */
export async function addUpstream(
  storage: Storage,
  config: HubConfig,
  [address, code]: readonly [string, string],
  { workspace, join }: UpstreamArguments,
): Promise<void> {
  const hub = await openHub(storage, config);
  hub.live.close();
  const all = await storage.workspaces.list();
  const named =
    workspace === undefined ? all : all.filter(({ id, name }) => workspace === id || workspace === name);
  if (!join && named.length === 0) {
    throw new ProblemError(problem('OUT-SYN-033', { workspace: workspace ?? '(none there)' }));
  }
  const joined = await joinUpstream(hub, { address, code, workspaces: join ? [] : named });
  for (const name of joined) console.log(`${name} is relayed to ${address} from now on.`);
}

/** `upstreams`: where the workspaces go, and how it stands. */
export async function printUpstreams(storage: Storage): Promise<void> {
  for (const { id, workspace, address, lastContact, lastProblem } of await storage.upstreams.list()) {
    const contact = lastContact === null ? 'never' : new Date(lastContact).toISOString();
    const { count, problem: reason } = await storage.blobErrands.waiting(id);
    const attachments = `${count} attachments waiting${reason === null ? '' : `: ${reason}`}`;
    console.log(
      `${id}  workspace ${workspace}  ${address}  last contact ${contact}  ${attachments}  ${lastProblem ?? ''}`,
    );
  }
}

/** `stop-upstream <id>`. */
export async function stopUpstream(storage: Storage, id: string): Promise<void> {
  const isStopped = await storage.upstreams.stop(id, systemClock.now());
  console.log(isStopped ? 'It is not relayed any more.' : 'There is no such hub above.');
}
