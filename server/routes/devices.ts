import type { FastifyInstance } from 'fastify';
import type { Hub } from '../hub/hub.ts';
import { limitReplicas } from '../plugins/replica-limits.ts';
import { requireSignature } from '../plugins/signed-request.ts';
import { blobRoutes } from './blobs.ts';
import { directoryRoute } from './directory.ts';
import { exchangeRoute } from './exchange.ts';
import { liveRoute } from './live.ts';

/** What enrolled devices and hubs ask, signed. */
export function deviceRoutes(app: FastifyInstance, hub: Hub): void {
  requireSignature(app, hub.storage, hub.clock);
  limitReplicas(app, hub.limits);
  exchangeRoute(app, hub);
  liveRoute(app, hub);
  directoryRoute(app, hub);
  blobRoutes(app, hub);
}
