import type { FastifyInstance } from 'fastify';
import { hubPaths } from '#shared/contracts/hub.ts';
import type { Hub } from '../hub/hub.ts';
import { senderOf } from '../plugins/signed-request.ts';

/** GET /live: an event whenever the hub holds more than before. */
export function liveRoute(app: FastifyInstance, { live }: Hub): void {
  app.get(hubPaths.live, { exposeHeadRoute: false }, (request, reply) => {
    const { workspace, replica } = senderOf(request);
    const headers = {
      ...reply.getHeaders(),
      'content-type': 'text/event-stream',
      'x-accel-buffering': 'no',
      connection: 'close',
    };
    reply.hijack();
    const { raw } = reply;
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) raw.setHeader(name, value);
    }
    raw.writeHead(200);
    raw.flushHeaders();
    live.add(workspace, replica, raw);
  });
}
