import type { VerifyMessage, VerifyStart } from './protocol.ts';
import { Verification, type VerificationParts } from './verification.ts';

/** Verifies in a worker that lives as long as the run. */
export function startVerification(parts: Omit<VerificationParts, 'startRun'>): Verification {
  const { database } = parts;
  return new Verification({
    ...parts,
    startRun: (order, onMessage) =>
      startWorker({ database: database.name, ring: database.vault.ring, order }, onMessage),
  });
}

function startWorker(start: VerifyStart, onMessage: (message: VerifyMessage) => void): () => void {
  const worker = new Worker(new URL('./verify.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<VerifyMessage>) => onMessage(data);
  worker.onerror = ({ message }) => onMessage({ fault: message });
  worker.postMessage(start);
  return () => worker.terminate();
}
