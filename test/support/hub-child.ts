import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { StoragePlace } from '#server/storage/open.ts';

const readySchema = z.object({ type: z.literal('ready'), address: z.string(), code: z.string().optional() });

export interface HubProcess {
  readonly address: string;
  /** For the first device, while none is enrolled. */
  readonly code: string | undefined;
  readonly child: ChildProcess;
  /** kill -9. */
  kill(): Promise<void>;
  /** As an operator does. @returns its exit code. */
  stop(): Promise<number | null>;
}

/** What a hub process is started with. */
export interface HubStart {
  /** The hub as one file, as `bundleHub` makes it. */
  readonly bundle: string;
  readonly place: StoragePlace;
  readonly environment?: Readonly<Record<string, string>>;
  /** Told what it logs; else that goes where the test's own output goes. */
  readonly onLog?: (text: string) => void;
}

function environmentOf({ place, environment }: HubStart): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...('url' in place ? { DATABASE_URL: place.url } : { OUTPOST_HUB_FOLDER: join(place.file, '..') }),
    OUTPOST_HUB_PORT: '0',
    OUTPOST_HUB_LOG: 'error',
    ...environment,
  };
}

/** Starts a real hub process and waits until it says that it is ready. `onChild` is told of the process before that. */
export async function startHubChild(
  start: HubStart,
  onChild: (stopHard: () => Promise<void>) => void,
): Promise<HubProcess> {
  const child = spawn(process.execPath, [start.bundle, '--json'], {
    env: environmentOf(start),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { onLog = (text: string) => void process.stderr.write(text) } = start;
  child.stderr.setEncoding('utf8').on('data', onLog);
  const ended = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
    return child.exitCode;
  };
  const kill = async () => {
    await end('SIGKILL');
  };
  onChild(kill);
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    once(lines, 'line').then(([text]) => String(text)),
    ended.then(() => Promise.reject(new Error(`The hub ended with ${String(child.exitCode)}.`))),
  ]);
  const { address, code } = readySchema.parse(JSON.parse(line));
  return { address, code, child, kill, stop: () => end('SIGTERM') };
}

/** Runs a command of the hub's entry. @returns what it printed. */
export async function runHubChild(start: HubStart, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [start.bundle, ...args], {
    env: environmentOf(start),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The command ended with ${String(code)}: ${output}`);
  return output;
}
