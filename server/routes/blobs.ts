import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { hubHeaders, hubPaths, mostListed, type BlobList } from '#shared/contracts/hub.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { readEpoch } from '../hub/identity.ts';
import type { Hub } from '../hub/hub.ts';
import { storePart } from '../hub/store-blob.ts';
import { senderOf } from '../plugins/signed-request.ts';
import type { BlobPlace, BlobState } from '../storage/shelves/blobs.ts';

const paramsSchema = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) });
const numberSchema = z.coerce.number().int().min(0);
const listSchema = z.object({ after: numberSchema.default(0) });
const path = `${hubPaths.blobs}/:hash`;

function placeOf(request: FastifyRequest): BlobPlace {
  return { workspace: senderOf(request).workspace, hash: paramsSchema.parse(request.params).hash };
}

function describe(reply: FastifyReply, { size, received }: BlobState): FastifyReply {
  return reply.header(hubHeaders.size, String(size)).header(hubHeaders.offset, String(received));
}

/**
 * Attachments by the SHA-256 of what they hold. PUT takes the part from the offset header on and answers how much is held;
 * GET gives the part from the offset header on, as much as one piece holds and the asker allows; HEAD says how much is held.
 * GET without a hash lists those that became whole after a number: what a hub below has not seen yet.
 */
export function blobRoutes(app: FastifyInstance, { storage, clock, limits }: Hub): void {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });

  app.get(hubPaths.blobs, { exposeHeadRoute: false }, async (request): Promise<BlobList> => {
    const { workspace } = senderOf(request);
    const { after } = listSchema.parse(request.query);
    const blobs = await storage.blobs.list({ workspace, after, most: mostListed });
    const epoch = await readEpoch(storage.settings);
    return { epoch, last: await storage.blobs.last(workspace), blobs: [...blobs] };
  });

  app.put(path, async (request, reply) => {
    const place = placeOf(request);
    const offset = numberSchema.parse(request.headers[hubHeaders.offset] ?? 0);
    const size = numberSchema.parse(request.headers[hubHeaders.size]);
    const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
    const options = { now: clock.now(), limit: limits.blob, isInOrder: true };
    const state = await storePart(storage, place, { size, offset, bytes }, options);
    if (state.isComplete) await noteHolder(request, place);
    return describe(reply, state)
      .code(state.isComplete ? 201 : 202)
      .send();
  });

  app.get(path, { exposeHeadRoute: false }, async (request, reply) => {
    const place = placeOf(request);
    const state = await storage.blobs.state(place);
    if (!state?.isComplete) throw new ProblemError(problem('OUT-SYN-030', { path: request.url }));
    const start = numberSchema.parse(request.headers[hubHeaders.offset] ?? 0);
    const most = numberSchema.parse(request.headers[hubHeaders.most] ?? limits.blob);
    const bytes = (await storage.blobs.read(place, start))?.subarray(0, most) ?? new Uint8Array();
    if (start + bytes.length >= state.size) await noteHolder(request, place);
    return reply
      .header(hubHeaders.size, String(state.size))
      .header(hubHeaders.offset, String(start))
      .type('application/octet-stream')
      .send(bytes);
  });

  app.head(path, async (request, reply) => {
    const state = await storage.blobs.state(placeOf(request));
    if (state === undefined) return reply.code(404).send();
    return describe(reply, state)
      .code(state.isComplete ? 200 : 202)
      .send();
  });

  /** A bundle for the sender need not bring it. */
  async function noteHolder(request: FastifyRequest, { workspace, hash }: BlobPlace): Promise<void> {
    await storage.blobHolders.note(workspace, senderOf(request).replica, [hash]);
  }
}
