import type { KeyRing } from '#shared/trust/key-ring.ts';
import { IndexClient } from './index/index-client.ts';
import type { SyncStart } from './sync/protocol.ts';

export { startVerification } from './verify/start-verify.ts';

/** Build and format of the saved index; that of another is built anew. */
export const indexSignature = `${__BUILD__.version}/5`;

/** The worker that lists, counts and searches. */
export function startIndex(database: string, ring: KeyRing): IndexClient {
  const worker = new Worker(new URL('./index/index.worker.ts', import.meta.url), { type: 'module' });
  return new IndexClient(worker, { database, signature: indexSignature, ring });
}

/** The worker that exchanges. @returns how to end it. */
export function startSync(database: string, ring: KeyRing): () => void {
  const worker = new Worker(new URL('./sync/sync.worker.ts', import.meta.url), { type: 'module' });
  worker.postMessage({ database, ring } satisfies SyncStart);
  return () => worker.terminate();
}
