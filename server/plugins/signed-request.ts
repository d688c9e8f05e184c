import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hubHeaders, hubTimeHeader, signedFor } from '#shared/contracts/hub.ts';
import { fromBase64Url } from '#shared/kernel/canonical.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { isReplicaId } from '#shared/kernel/ids.ts';
import { verifyRequest } from '#shared/sync/keys.ts';
import type { Storage } from '../storage/storage.ts';
import type { ReplicaRow } from '../storage/tables.ts';

const senders = new WeakMap<FastifyRequest, ReplicaRow>();
const noBody = new Uint8Array();

/**
 * Lets in requests that an enrolled replica has signed. Unknown senders are turned away before their body is read.
 * Answers OUT-SYN-022 not enrolled, OUT-SYN-023 revoked, OUT-SYN-048 with the hub's time where it was signed for another, OUT-SYN-007
 * signature wrong.
 */
export function requireSignature(app: FastifyInstance, storage: Storage, clock: Clock): void {
  app.addHook('onRequest', async (request, reply) => {
    senders.set(request, await findSender(request, storage));
    refuseOtherTimes(request, reply, clock.now());
  });
  app.addHook('preHandler', (request, _reply, done) => {
    const { workspace, replica, signKey } = senderOf(request);
    const signature = fromBase64Url(headerOf(request, hubHeaders.signature));
    const body = request.body instanceof Uint8Array ? request.body : noBody;
    const path = request.raw.url ?? '';
    const signed = { method: request.method, path, workspace, replica, body, at: instantOf(request) };
    const isSigned = signature !== undefined && verifyRequest(signKey, signed, signature);
    done(isSigned ? undefined : new ProblemError(problem('OUT-SYN-007', { replica })));
  });
}

/** Who sent a request that was let in. */
export function senderOf(request: FastifyRequest): ReplicaRow {
  const sender = senders.get(request);
  if (sender === undefined) throw new Error('The route does not ask for signatures.');
  return sender;
}

async function findSender(request: FastifyRequest, storage: Storage): Promise<ReplicaRow> {
  const workspace = headerOf(request, hubHeaders.workspace);
  const replica = headerOf(request, hubHeaders.replica);
  const row = isReplicaId(replica) ? await storage.replicas.find(workspace, replica) : undefined;
  // Another hub's devices are known here, but their requests go there.
  if (row === undefined || row.through !== null) throw new ProblemError(problem('OUT-SYN-022', { replica }));
  if (row.revokedAt !== null) {
    const date = new Date(row.revokedAt).toISOString();
    throw new ProblemError(problem('OUT-SYN-023', { replica, date }));
  }
  return row;
}

/** What somebody overheard is of no use for long; a device whose clock is wrong learns the time and signs anew. */
function refuseOtherTimes(request: FastifyRequest, reply: FastifyReply, now: number): void {
  if (Math.abs(instantOf(request) - now) <= signedFor) return;
  void reply.header(hubTimeHeader, String(now));
  throw new ProblemError(problem('OUT-SYN-048', { replica: senderOf(request).replica }));
}

/** Epoch ms; further than any time where it is none. */
function instantOf(request: FastifyRequest): number {
  const text = headerOf(request, hubHeaders.at);
  return /^-?\d{1,16}$/.test(text) ? Number(text) : Infinity;
}

function headerOf(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}
