import type { HubConfig } from '../config.ts';
import { openHub, type Hub } from '../hub/hub.ts';
import type { Storage } from '../storage/storage.ts';

/** Does something as the hub of a database, beside one that may be running on it. */
export async function withHub<Result>(
  storage: Storage,
  config: HubConfig,
  work: (hub: Hub) => Promise<Result>,
): Promise<Result> {
  const hub = await openHub(storage, config);
  hub.live.close();
  return work(hub);
}
