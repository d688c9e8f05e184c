import type { VerifyMessage, VerifyStart } from './protocol.ts';

/** Verifies in a worker that lives as long as the run. Returns how to end it. */
export function startVerify(start: VerifyStart, onMessage: (message: VerifyMessage) => void): () => void {
  const worker = new Worker(new URL('./verify.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<VerifyMessage>) => onMessage(data);
  worker.onerror = ({ message }) => onMessage({ fault: message });
  worker.postMessage(start);
  return () => worker.terminate();
}
