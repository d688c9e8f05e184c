import { systemClock } from '#shared/kernel/clock.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { Vault } from '#shared/trust/vault.ts';
import { OutpostDatabase } from '../database.ts';
import { ChangeFeed } from '../feed.ts';
import { fetchLiveStream } from './live.ts';
import type { SyncStart } from './protocol.ts';
import { SyncEngine } from './sync-engine.ts';
import { SyncHost } from './sync-host.ts';
import { fetchTransport } from './transport.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
/** So many records are told by name; more are told as "all". */
const mostNamed = 500;

scope.onmessage = ({ data: { database: name, ring } }: MessageEvent<SyncStart>) => {
  // One window's worker exchanges for all; when that window is closed, the lock passes to another.
  void navigator.locks.request(`${name}-sync`, () => run(name, new Vault(ring)));
};

async function run(name: string, vault: Vault): Promise<never> {
  const database = new OutpostDatabase(name, vault);
  await database.open();
  const feed = new ChangeFeed(`${name}-changes`);
  const parts = {
    database,
    catalogue,
    clock: systemClock,
    transport: fetchTransport,
    liveStream: fetchLiveStream,
    random: Math.random,
  };
  const host = new SyncHost(`${name}-sync`, (onStatus) => {
    const engine = new SyncEngine(parts, {
      onReceived: ({ n, records, config }) =>
        feed.publish({ n, records: records.length > mostNamed ? [] : records, config }),
      onStatus,
    });
    for (const event of ['online', 'offline']) {
      scope.addEventListener(event, () => engine.setOnline(scope.navigator.onLine));
    }
    return engine;
  });
  await host.start();
  return new Promise<never>(() => undefined);
}
