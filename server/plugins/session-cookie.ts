import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiPrefix } from '#shared/contracts/hub.ts';

const path = `${apiPrefix}/admin`;

/** Hubs on one machine share the jar of its browsers, so each has a name of its own. */
function nameOf(request: FastifyRequest, hub: string): string {
  return `${request.protocol === 'https' ? '__Secure-' : ''}outpost-admin-${hub}`;
}

/** What the browser was given when its administrator signed in. */
export function readSessionCookie(request: FastifyRequest, hub: string): string | undefined {
  const name = nameOf(request, hub);
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

/** Gives it, or takes it away. It goes with requests of the hub's own pages to the administration, and no script reads it. */
export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  hub: string,
  id: string | undefined,
): void {
  const secure = request.protocol === 'https' ? '; Secure' : '';
  const age = id === undefined ? '; Max-Age=0' : '';
  const pair = `${nameOf(request, hub)}=${id ?? ''}`;
  reply.header('Set-Cookie', `${pair}; Path=${path}; HttpOnly; SameSite=Strict${secure}${age}`);
}
