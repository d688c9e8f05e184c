import type { FastifyInstance } from 'fastify';
import { hubPaths } from '#shared/contracts/hub.ts';
import type { Hub } from '../hub/hub.ts';

/** Whether the process lives, whether it can work, and its figures; for whoever watches it. */
export function stateRoutes(app: FastifyInstance, { storage, metrics }: Hub, version: string): void {
  app.get(hubPaths.health, { config: { rateLimit: false } }, () => ({ status: 'ok', version }));
  app.get(hubPaths.ready, { config: { rateLimit: false } }, async (_request, reply) => {
    try {
      await storage.check();
      return { status: 'ok', checks: { storage: 'ok' } };
    } catch {
      return reply.code(503).send({ status: 'failing', checks: { storage: 'does not answer' } });
    }
  });
  app.get(hubPaths.metrics, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
