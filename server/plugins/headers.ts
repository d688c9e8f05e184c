import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { apiHeaders, securityHeadersOf } from '#shared/contracts/csp.ts';
import { apiPrefix, hubHeaders, hubPaths, hubTimeHeader } from '#shared/contracts/hub.ts';

/**
 * What devices ask. There the signature, or the code, says who asks and not the origin; no cookie counts. So pages of any origin may, as the desktop
 * application and the page of another hub have to. All else is closed to other origins.
 */
const forDevices = [
  hubPaths.enrol,
  hubPaths.exchange,
  hubPaths.live,
  hubPaths.directory,
  hubPaths.blobs,
] as const;

const crossOrigin = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT',
  'Access-Control-Allow-Headers': ['content-type', ...Object.values(hubHeaders)].join(', '),
  'Access-Control-Allow-Private-Network': 'true',
  'Access-Control-Expose-Headers': [hubHeaders.offset, hubHeaders.size, hubTimeHeader, 'retry-after'].join(
    ', ',
  ),
  'Access-Control-Max-Age': '86400',
};

/** The headers that every answer to a path carries, good or bad. @param path without query. */
export function headersFor(
  path: string,
  { isSecure }: { isSecure: boolean },
): Readonly<Record<string, string>> {
  return {
    ...(path.startsWith(`${apiPrefix}/`) ? apiHeaders : securityHeadersOf(path)),
    'X-Frame-Options': 'DENY',
    ...(isSecure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
    ...(isForDevices(path) ? crossOrigin : {}),
  };
}

function isForDevices(path: string): boolean {
  return forDevices.some((one) => path === `${apiPrefix}${one}` || path.startsWith(`${apiPrefix}${one}/`));
}

/** Sets them before anything else is done. */
export async function setHeaders(app: FastifyInstance, { isSecure }: { isSecure: boolean }): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: false,
    referrerPolicy: false,
    strictTransportSecurity: false,
    xFrameOptions: false,
  });
  app.addHook('onRequest', (request, reply, done) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const isSecureHere = isSecure || request.protocol === 'https';
    reply.headers(headersFor(path, { isSecure: isSecureHere }));
    done();
  });
}

/** Browsers ask first whether they may ask from another origin. */
export function answerPreflights(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const path = request.url.split('?', 1)[0] ?? '';
    if (request.method === 'OPTIONS' && isForDevices(path)) void reply.code(204).send();
    else done();
  });
}
