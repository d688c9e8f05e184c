import { fromHubSchema, toHubSchema, type FromHub, type ToHub } from '#shared/contracts/hub-process.ts';

/** Electron puts it into its utility processes, which have no channel of Node's. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
}

/** The process that started this one and talks with it. */
export interface Parent {
  tell(message: FromHub): void;
  /** What is no message of the contract is not heard. */
  hear(listener: (message: ToHub) => void): void;
}

/** @returns undefined where nobody started this process who could talk with it. */
export function findParent(): Parent | undefined {
  const port = parentPort();
  if (port === undefined && process.send === undefined) return undefined;
  return {
    tell(message) {
      if (port !== undefined) port.postMessage(fromHubSchema.parse(message));
      else if (process.connected) process.send?.(message);
    },
    hear(listener) {
      const take = (data: unknown) => {
        const read = toHubSchema.safeParse(data);
        if (read.success) listener(read.data);
      };
      if (port === undefined) process.on('message', take);
      else port.on('message', ({ data }) => take(data));
    },
  };
}

/** What was told last has this time to get there, ms: an exit does not wait for it. */
const lastWords = 250;

/** A utility process does not end by itself when it has nothing left to do, and a channel of Node's would keep the process alive. */
export function leaveParent(): void {
  if (parentPort() !== undefined) setTimeout(() => process.exit(), lastWords);
  if (process.connected) process.disconnect();
}

function parentPort(): ParentPort | undefined {
  const { parentPort: port } = process as { readonly parentPort?: ParentPort };
  return port;
}
