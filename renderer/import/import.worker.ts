import { catalogue } from '#shared/processes/catalogue.ts';
import type { ToWorker } from './protocol.ts';
import { WorkerServer } from './worker-server.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;

const server = new WorkerServer(
  (message) => scope.postMessage(message),
  catalogue,
  (file) => {
    const reader = new FileReaderSync();
    const read = (from: number, to: number) => new Uint8Array(reader.readAsArrayBuffer(file.slice(from, to)));
    return { name: file.name, size: file.size, read };
  },
);

scope.onmessage = (event: MessageEvent<ToWorker>) => server.receive(event.data);
