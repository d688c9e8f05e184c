import type { DeriveKey } from '#shared/trust/credential.ts';
import type { DeriveCall } from './derive-call.ts';

/** Derives in a worker of its own: the page stays usable, and the worker's memory with the passphrase goes with it. */
export const deriveInWorker: DeriveKey = async (passphrase, derivation) => {
  const worker = new Worker(new URL('./passphrase.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(`The passphrase could not be checked: ${event.message}`));
      worker.onmessage = ({ data }: MessageEvent<{ key: Uint8Array } | { fault: string }>) => {
        if ('key' in data) resolve(data.key);
        else reject(new Error(data.fault));
      };
      worker.postMessage({ passphrase, derivation } satisfies DeriveCall);
    });
  } finally {
    worker.terminate();
  }
};
