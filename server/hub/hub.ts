import { systemClock, type Clock } from '#shared/kernel/clock.ts';
import type { HubLimits } from '../config.ts';
import type { Storage } from '../storage/storage.ts';
import { readIdentity, type HubIdentity } from './identity.ts';
import { LiveStreams } from './live-streams.ts';
import { hubMetrics, type HubMetrics } from './metrics.ts';

/** What the parts of a running hub share. */
export interface Hub {
  readonly name: string;
  readonly identity: HubIdentity;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly limits: HubLimits;
  readonly live: LiveStreams;
  readonly metrics: HubMetrics;
}

export async function openHub(
  storage: Storage,
  { name, limits, clock = systemClock }: { name: string; limits: HubLimits; clock?: Clock },
): Promise<Hub> {
  const metrics = hubMetrics();
  return {
    name,
    identity: await readIdentity(storage.settings),
    storage,
    clock,
    limits,
    live: new LiveStreams(storage, metrics),
    metrics,
  };
}
