import type { FastifyInstance, FastifyReply } from 'fastify';
import type { HubLimits } from '../config.ts';
import { MinuteBudget } from './minute-budget.ts';
import { senderOf } from './signed-request.ts';

/**
 * Requests and bytes of each enrolled replica, whichever address it comes from; after `requireSignature`, so that nobody spends in another's name.
 * Answers OUT-SYN-064.
 */
export function limitReplicas(app: FastifyInstance, limits: HubLimits): void {
  const budget = new MinuteBudget({
    requests: limits.replicaRequestsPerMinute,
    bytes: limits.replicaBytesPerMinute,
  });
  app.addHook('preHandler', (request, _reply, done) => {
    const { body } = request;
    budget.spend(senderOf(request).replica, {
      requests: 1,
      bytes: body instanceof Uint8Array ? body.length : 0,
    });
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    if (reply.statusCode < 400) budget.note(senderOf(request).replica, sizeOf(reply));
    done();
  });
}

function sizeOf(reply: FastifyReply): number {
  const size = Number(reply.getHeader('content-length'));
  return Number.isSafeInteger(size) ? size : 0;
}
