import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { HubConfig } from './config.ts';

/** Node's server with the limits on time. @throws Error when certificate or key cannot be read. */
export function httpServer(
  { tls, limits }: Pick<HubConfig, 'tls' | 'limits'>,
  handler: RequestListener,
): Server {
  const requestTimeout = limits.requestSeconds * 1000;
  const options = {
    requestTimeout,
    headersTimeout: Math.min(60_000, requestTimeout),
    connectionsCheckingInterval: Math.min(10_000, requestTimeout),
    keepAliveTimeout: 75_000,
    // The hub answers for itself, with all its headers.
    requireHostHeader: false,
  };
  return tls === undefined
    ? createServer(options, handler)
    : createSecureServer(
        { ...options, cert: readFileSync(tls.certificate), key: readFileSync(tls.key) },
        handler,
      );
}
