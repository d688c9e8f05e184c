import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { HubConfig } from './config.ts';

/** Node's server with the limits on time. @throws Error when certificate or key cannot be read. */
export function httpServer(
  { tls, limits }: Pick<HubConfig, 'tls' | 'limits'>,
  handler: RequestListener,
): Server {
  const server =
    tls === undefined
      ? createServer(handler)
      : createSecureServer({ cert: readFileSync(tls.certificate), key: readFileSync(tls.key) }, handler);
  server.requestTimeout = limits.requestSeconds * 1000;
  server.keepAliveTimeout = 75_000;
  return server;
}
