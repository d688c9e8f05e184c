import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  signInSchema,
  type AdminSessionInfo,
  type AdminSessionRowInfo,
} from '#shared/contracts/hub-admin.ts';
import { hubPaths } from '#shared/contracts/hub.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { AdminDoor } from '../hub/admin-door.ts';
import { beginSession, endOf, findSession, listSessions, sessionProof } from '../hub/admin-sessions.ts';
import type { Hub } from '../hub/hub.ts';
import { callerOf } from '../plugins/admin-access.ts';
import { isOwnOrigin } from '../plugins/own-origin.ts';
import { readSessionCookie, setSessionCookie } from '../plugins/session-cookie.ts';

const idParams = z.object({ id: z.string() });

/** POST /admin/session: a token in, a cookie out. Only pages of the hub sign in: a script has no use for a cookie. */
export function signInRoute(app: FastifyInstance, hub: Hub, door: AdminDoor): void {
  app.post(hubPaths.adminSession, { bodyLimit: 1024 }, async (request, reply): Promise<AdminSessionInfo> => {
    if (isOwnOrigin(request) !== true) throw new ProblemError(problem('OUT-SYN-062'));
    const { token } = signInSchema.parse(request.body);
    const { hash } = await door.let(token.trim(), request.ip);
    const earlier = readSessionCookie(request, hub.identity.id);
    const id = await beginSession(hub, { token: hash, address: request.ip, earlier });
    setSessionCookie(request, reply, hub.identity.id, id);
    return describe(hub, id);
  });
}

/** Who is signed in, here and elsewhere, and the ways out. */
export function adminSessionRoutes(app: FastifyInstance, hub: Hub): void {
  app.get(hubPaths.adminSession, async (request): Promise<AdminSessionInfo> => {
    const { session } = callerOf(request);
    if (session === undefined) throw new ProblemError(problem('OUT-SYN-063'));
    return describe(hub, session.id);
  });

  app.delete(hubPaths.adminSession, async (request, reply) => {
    const { session } = callerOf(request);
    if (session === undefined) throw new ProblemError(problem('OUT-SYN-063'));
    await hub.storage.adminSessions.end(session.row.hash);
    setSessionCookie(request, reply, hub.identity.id, undefined);
    return reply.code(204).send();
  });

  app.get(hubPaths.adminSessions, async (request): Promise<AdminSessionRowInfo[]> => {
    const { session } = callerOf(request);
    return (await listSessions(hub)).map(({ hash, label, address, madeAt, usedAt }) => ({
      id: hash,
      label,
      address,
      madeAt,
      usedAt,
      endsAt: endOf({ madeAt, usedAt }),
      isThis: hash === session?.row.hash,
    }));
  });

  app.delete(`${hubPaths.adminSessions}/:id`, async (request, reply) => {
    const isEnded = await hub.storage.adminSessions.end(idParams.parse(request.params).id);
    if (!isEnded) throw new ProblemError(problem('OUT-SYN-030', { path: request.url }));
    return reply.code(204).send();
  });
}

async function describe(hub: Hub, id: string): Promise<AdminSessionInfo> {
  const session = await findSession(hub, id, false);
  if (session === undefined) throw new ProblemError(problem('OUT-SYN-063'));
  return { label: session.label, proof: sessionProof(id), endsAt: endOf(session) };
}
