import type { FastifyInstance } from 'fastify';
import { enrolRequestSchema, hubPaths } from '#shared/contracts/hub.ts';
import { enrol } from '../hub/enrol.ts';
import type { Hub } from '../hub/hub.ts';

/** POST /enrol: the only way in. Seldom asked, so guessing codes is slow. */
export function enrolRoute(app: FastifyInstance, hub: Hub): void {
  const rateLimit = { max: hub.limits.enrolsPerMinute, timeWindow: 60_000 };
  app.post(hubPaths.enrol, { config: { rateLimit }, bodyLimit: 16_384 }, (request) =>
    enrol(hub, enrolRequestSchema.parse(request.body)),
  );
}
