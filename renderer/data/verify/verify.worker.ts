import { catalogue } from '#shared/processes/catalogue.ts';
import { Vault } from '#shared/trust/vault.ts';
import { OutpostDatabase } from '../database.ts';
import { readKept } from './kept-result.ts';
import type { VerifyMessage, VerifyProgress, VerifyStart } from './protocol.ts';
import { verifyLog } from './verify-log.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
/** Progress is told so often, milliseconds. */
const tellEvery = 100;

scope.onmessage = ({ data }: MessageEvent<VerifyStart>) => {
  // Windows that start together look at the log once; whoever asks by hand waits for the turn.
  const ifAvailable = data.order.reach === 'news';
  void navigator.locks.request(`${data.database}-verify`, { ifAvailable }, (lock) =>
    lock ? run(data) : tell({ skipped: true }),
  );
};

async function run({ database: name, ring, order }: VerifyStart): Promise<void> {
  const database = new OutpostDatabase(name, new Vault(ring));
  try {
    await database.open();
    const { verified } = await readKept(database);
    const parts = { database, catalogue, now: () => Date.now(), random: Math.random, onProgress };
    tell({ verified: await verifyLog(parts, order, verified?.mark) });
  } catch (error) {
    tell({ fault: error instanceof Error ? error.message : String(error) });
  } finally {
    database.close();
  }
}

let toldAt = 0;

function onProgress(progress: VerifyProgress): void {
  const now = performance.now();
  if (now - toldAt < tellEvery) return;
  toldAt = now;
  tell({ progress });
}

function tell(message: VerifyMessage): void {
  scope.postMessage(message);
}
