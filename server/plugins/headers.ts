import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { securityHeadersOf } from '#shared/contracts/csp.ts';
import { apiPrefix, hubHeaders, hubTimeHeader } from '#shared/contracts/hub.ts';

/** The signature, not the origin, says who asks: pages of any origin may, so that the desktop application can. */
const crossOrigin = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE',
  'Access-Control-Allow-Headers': ['content-type', 'authorization', ...Object.values(hubHeaders)].join(', '),
  'Access-Control-Allow-Private-Network': 'true',
  'Access-Control-Expose-Headers': [hubHeaders.offset, hubHeaders.size, hubTimeHeader, 'retry-after'].join(
    ', ',
  ),
  'Access-Control-Max-Age': '86400',
};

/** The headers that every answer carries. */
export async function setHeaders(app: FastifyInstance, { isSecure }: { isSecure: boolean }): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: false,
    referrerPolicy: false,
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(securityHeadersOf(request.url.split('?', 1)[0] ?? ''));
    if (request.url.startsWith(`${apiPrefix}/`)) {
      reply.headers(crossOrigin).header('Cross-Origin-Resource-Policy', 'cross-origin');
      reply.header('Cache-Control', 'no-store');
      if (request.method === 'OPTIONS') {
        void reply.code(204).send();
        return;
      }
    }
    done();
  });
}
