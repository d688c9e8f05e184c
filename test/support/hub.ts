import { onTestFinished } from 'vitest';
import { readConfig, type HubLimits } from '#server/config.ts';
import { makeCode } from '#server/hub/codes.ts';
import type { Hub } from '#server/hub/hub.ts';
import { makeWorkspace } from '#server/hub/workspaces.ts';
import { makeToken } from '#server/hub/tokens.ts';
import { startHub } from '#server/start.ts';
import type { StoragePlace } from '#server/storage/open.ts';
import { apiPrefix } from '#shared/contracts/hub.ts';
import { Device } from './device.ts';
import { emptyPlace, type EngineName } from './hub-storage.ts';

export interface TestHub {
  readonly address: string;
  readonly hub: Hub;
  readonly place: StoragePlace;
  /** Id of its one workspace. */
  readonly workspace: string;
  code(kind?: 'device' | 'hub'): Promise<string>;
  device(): Promise<Device>;
  /** A request with the token of an administrator. @param path below the prefix of the interface. */
  admin(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

export interface TestHubWish {
  readonly place?: StoragePlace;
  readonly engine?: EngineName;
  readonly limits?: Partial<HubLimits>;
  readonly page?: string;
  readonly names?: readonly string[];
  /** Seconds between two exchanges with the hub above. */
  readonly upstreamSeconds?: number;
}

/** A hub on a free port of this machine, stopped with the test. */
export async function startTestHub(wish: TestHubWish = {}): Promise<TestHub> {
  const place = wish.place ?? (await emptyPlace(wish.engine ?? 'sqlite'));
  const config = readConfig({ OUTPOST_HUB_PORT: '0', OUTPOST_HUB_LOG: 'silent' });
  const limits = {
    ...config.limits,
    enrolsPerMinute: 10_000,
    requestsPerMinute: 1_000_000,
    replicaRequestsPerMinute: 1_000_000,
    adminRequestsPerMinute: 1_000_000,
    ...wish.limits,
  };
  const { address, hub, stop } = await startHub({
    ...config,
    place,
    limits,
    page: wish.page ?? 'nowhere',
    names: wish.names ?? [],
    upstreamSeconds: wish.upstreamSeconds ?? config.upstreamSeconds,
  });
  let isRunning = true;
  const stopOnce = async () => {
    if (isRunning) await stop();
    isRunning = false;
  };
  onTestFinished(stopOnce);
  const { storage, clock } = hub;
  const existing = await storage.workspaces.list();
  const workspace = existing[0] ?? (await makeWorkspace(storage, hub, { name: 'Unit' }, clock.now()));
  const code = async (kind: 'device' | 'hub' = 'device') =>
    (await makeCode(storage.codes, { workspace: workspace.id, label: 'Test', kind }, clock.now())).text;
  let token: string | undefined;
  return {
    address,
    hub,
    place,
    workspace: workspace.id,
    code,
    async device() {
      const device = new Device();
      await device.enrol(address, await code());
      return device;
    },
    async admin(path, init = {}) {
      token ??= await makeToken(storage.tokens, 'Test', clock.now());
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${token}`);
      if (init.body !== undefined && !headers.has('content-type')) {
        headers.set('content-type', 'application/json');
      }
      return fetch(`${address}${apiPrefix}${path}`, { ...init, headers });
    },
    stop: stopOnce,
  };
}

/** What a refused request must leave as it is. */
export async function stateOf({ hub: { storage }, workspace }: TestHub): Promise<unknown> {
  return {
    figures: await storage.figures(),
    vector: await storage.logs.vector(workspace),
    replicas: (await storage.replicas.list(workspace)).length,
    codes: (await storage.codes.list()).length,
  };
}
