import type { FastifyRequest } from 'fastify';

/** Whether a page of this hub asks; undefined where no browser says so. */
export function isOwnOrigin(request: FastifyRequest): boolean | undefined {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && isReading(request))) return false;
  if (origin === undefined) return site === undefined ? undefined : true;
  if (!URL.canParse(origin)) return false;
  const { host, protocol } = new URL(origin);
  return host === hostOf(request) && (request.protocol !== 'https' || protocol === 'https:');
}

/** As a browser writes it in an origin: without the port that its scheme has anyway. */
function hostOf({ host, protocol }: FastifyRequest): string {
  return host.toLowerCase().replace(protocol === 'https' ? /:443$/ : /:80$/, '');
}

export function isReading({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}
