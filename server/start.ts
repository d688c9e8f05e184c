import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics } from 'prom-client';
import { z } from 'zod';
import { buildApp } from './app.ts';
import { addressesOf } from './addresses.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { HubConfig } from './config.ts';
import { openHub, type Hub } from './hub/hub.ts';
import { RulingsJob } from './jobs/rulings/rulings.ts';
import { RedactionJob } from './jobs/redaction/redaction-job.ts';
import { UpstreamJob } from './jobs/upstream/upstream.ts';
import { followConnections } from './idle-connections.ts';
import { useNodeCryptography } from './native.ts';
import { openStorage } from './storage/open.ts';

/** Longest time that running requests have when the hub is stopped. */
const stopSeconds = 15;

export interface RunningHub {
  /** Such as `http://127.0.0.1:4790`. */
  readonly address: string;
  /** Its addresses for other machines, where it listens for them. */
  readonly others: readonly string[];
  readonly hub: Hub;
  /** Lets running requests finish, ends live streams, closes the database. */
  stop(): Promise<void>;
}

/** Starts a hub. @throws ProblemError OUT-SYN-034, OUT-SYN-035, OUT-SYN-044; what Node says when a certificate is not readable. */
export async function startHub(config: HubConfig): Promise<RunningHub> {
  useNodeCryptography();
  const storage = await openStorage(config.place);
  try {
    const hub = await openHub(storage, config);
    collectDefaultMetrics({ register: hub.metrics.registry });
    const app = await buildApp(config, hub, await readVersion());
    const closeIdle = followConnections(app.server);
    await listen(app, config);
    const [address = '', ...others] = addressesOf(app.server, config);
    const upstream = new UpstreamJob(hub, app.log, config.upstreamSeconds);
    const rulings = new RulingsJob(hub, app.log);
    const redaction = new RedactionJob(hub, app.log);
    return {
      address,
      others,
      hub,
      async stop() {
        await Promise.all([upstream.stop(), rulings.stop(), redaction.stop()]);
        await closeGently(app, closeIdle);
        await storage.close();
      },
    };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function listen(app: FastifyInstance, { host, port }: HubConfig): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError(problem('OUT-SYN-044', { port, reason }), { cause: error });
  }
}

/** Requests that run may end, for a while; connections that only wait are closed. */
async function closeGently(app: FastifyInstance, closeIdle: () => void): Promise<void> {
  const closing = app.close();
  const idle = setInterval(closeIdle, 50);
  const deadline = setTimeout(() => app.server.closeAllConnections(), stopSeconds * 1000);
  try {
    await closing;
  } finally {
    clearInterval(idle);
    clearTimeout(deadline);
  }
}

const packageSchema = z.object({ version: z.string() });

/** Of the application; the built hub lies one folder deeper than its source. */
async function readVersion(): Promise<string> {
  for (const place of ['../package.json', '../../package.json']) {
    const text = await readFile(new URL(place, import.meta.url), 'utf8').catch(() => undefined);
    if (text !== undefined) return packageSchema.parse(JSON.parse(text)).version;
  }
  return 'unknown';
}
