import type { FastifyInstance } from 'fastify';
import { exchangeType, hubPaths } from '#shared/contracts/hub.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { decodeRequest, encodeResponse } from '#shared/sync/message.ts';
import { exchange } from '../hub/exchange.ts';
import type { Hub } from '../hub/hub.ts';
import { senderOf } from '../plugins/signed-request.ts';

/** POST /exchange: the one request of the protocol. */
export function exchangeRoute(app: FastifyInstance, hub: Hub): void {
  app.addContentTypeParser(exchangeType, { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.post(hubPaths.exchange, async (request, reply) => {
    const { body } = request;
    if (!(body instanceof Uint8Array)) {
      throw new ProblemError(problem('OUT-SYN-028', { fault: `the body has to be ${exchangeType}` }));
    }
    hub.metrics.bytesTakenIn.inc(body.length);
    const answer = encodeResponse(await exchange(hub, senderOf(request), decodeRequest(body)));
    hub.metrics.bytesGivenOut.inc(answer.length);
    return reply.type(exchangeType).send(answer);
  });
}
