import type { FastifyInstance, FastifyRequest } from 'fastify';
import { adminHeaders } from '#shared/contracts/hub-admin.ts';
import { areTextsEqual } from './equal-texts.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { AdminDoor } from '../hub/admin-door.ts';
import { findSession, sessionProof } from '../hub/admin-sessions.ts';
import type { Hub } from '../hub/hub.ts';
import type { AdminSession } from '../storage/shelves/admin-sessions.ts';
import type { MinuteBudget } from './minute-budget.ts';
import { isOwnOrigin, isReading } from './own-origin.ts';
import { readSessionCookie } from './session-cookie.ts';

/** An administrator who was let in: a script with a token, or somebody who is signed in on the hub's page. */
export interface AdminCaller {
  readonly label: string;
  readonly session?: { readonly id: string; readonly row: AdminSession };
}

const callers = new WeakMap<FastifyRequest, AdminCaller>();

/** Who sent a request that was let in. */
export function callerOf(request: FastifyRequest): AdminCaller {
  const caller = callers.get(request);
  if (caller === undefined) throw new Error('The route does not ask for an administrator.');
  return caller;
}

/** Pages of others ask nothing here, whatever they bring. Answers OUT-SYN-062. */
export function refuseOtherOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    done(isOwnOrigin(request) === false ? new ProblemError(problem('OUT-SYN-062')) : undefined);
  });
}

/**
 * Lets in administrators. With a token in the header everything is said; a cookie goes along by itself, so what changes something needs the
 * origin of the hub's page and the proof that only this page was given.
 * Answers OUT-SYN-029, OUT-SYN-061, OUT-SYN-062, OUT-SYN-063, OUT-SYN-064.
 */
export function requireAdmin(app: FastifyInstance, hub: Hub, door: AdminDoor, budget: MinuteBudget): void {
  app.addHook('onRequest', async (request) => {
    const caller = await callerIn(request, hub, door);
    budget.spend(caller.label, { requests: 1 });
    callers.set(request, caller);
  });
}

async function callerIn(request: FastifyRequest, hub: Hub, door: AdminDoor): Promise<AdminCaller> {
  const { authorization } = request.headers;
  if (authorization !== undefined) return door.let(bearerIn(authorization), request.ip);
  const id = readSessionCookie(request, hub.identity.id);
  if (id === undefined) throw new ProblemError(problem('OUT-SYN-029'));
  if (!isReading(request)) mustBeMeant(request, id);
  const row = await findSession(hub, id, request.headers[adminHeaders.bySelf] === undefined);
  if (row === undefined) throw new ProblemError(problem('OUT-SYN-063'));
  return { label: row.label, session: { id, row } };
}

function bearerIn(authorization: string): string {
  const [, token] = /^Bearer ([\w-]{20,100})$/.exec(authorization) ?? [];
  if (token === undefined) throw new ProblemError(problem('OUT-SYN-029'));
  return token;
}

function mustBeMeant(request: FastifyRequest, id: string): void {
  const proof = request.headers[adminHeaders.proof];
  const isMeant =
    isOwnOrigin(request) === true && typeof proof === 'string' && areTextsEqual(proof, sessionProof(id));
  if (!isMeant) throw new ProblemError(problem('OUT-SYN-062'));
}
