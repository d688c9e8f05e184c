import type { FastifyInstance } from 'fastify';
import { hubHeaders } from '#shared/contracts/hub.ts';
import type { HubMetrics } from '../hub/metrics.ts';

/** A log line and a measurement for each answer. Bodies, tokens and signatures are never logged. */
export function observe(app: FastifyInstance, { requests }: HubMetrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { method } = request;
    const status = reply.statusCode;
    requests.observe({ method, route, status }, reply.elapsedTime / 1000);
    const line = {
      method,
      route,
      status,
      ms: Math.round(reply.elapsedTime),
      from: request.ip,
      workspace: request.headers[hubHeaders.workspace],
      replica: request.headers[hubHeaders.replica],
    };
    if (route.endsWith('/health') || route.endsWith('/ready') || route.endsWith('/metrics')) {
      request.log.debug(line, 'answered');
    } else request.log.info(line, 'answered');
    done();
  });
}
