import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { hubHeaders, hubPaths } from '#shared/contracts/hub.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { Hub } from '../hub/hub.ts';
import { senderOf } from '../plugins/signed-request.ts';
import type { BlobPlace, BlobState } from '../storage/shelves/blobs.ts';
import type { Shelves } from '../storage/storage.ts';

const paramsSchema = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) });
const numberSchema = z.coerce.number().int().min(0);
const path = `${hubPaths.blobs}/:hash`;

function placeOf(request: FastifyRequest): BlobPlace {
  return { workspace: senderOf(request).workspace, hash: paramsSchema.parse(request.params).hash };
}

function describe(reply: FastifyReply, { size, received }: BlobState): FastifyReply {
  return reply.header(hubHeaders.size, String(size)).header(hubHeaders.offset, String(received));
}

async function hashStored({ blobs }: Shelves, place: BlobPlace): Promise<string> {
  const hash = createHash('sha256');
  let start = 0;
  for (;;) {
    const bytes = await blobs.read(place, start);
    if (bytes === undefined) return hash.digest('hex');
    hash.update(bytes);
    start += bytes.length;
  }
}

/**
 * Attachments by the SHA-256 of what they hold. PUT takes the part from the offset header on and answers how much is held;
 * GET gives the part from the offset header on, as much as one piece holds and the asker allows; HEAD says how much is held.
 */
export function blobRoutes(app: FastifyInstance, { storage, clock, limits }: Hub): void {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });

  app.put(path, async (request, reply) => {
    const place = placeOf(request);
    const offset = numberSchema.parse(request.headers[hubHeaders.offset] ?? 0);
    const size = numberSchema.parse(request.headers[hubHeaders.size]);
    if (size > limits.blob) throw new ProblemError(problem('OUT-SYN-038', { limit: limits.blob }));
    const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
    const state = await storage.inTransaction((shelves) => store(shelves, place, { size, offset, bytes }));
    if (state === 'damaged') {
      throw new ProblemError(problem('OUT-SYN-036', { hash: place.hash }));
    }
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
    const bytes = await storage.blobs.read(place, start);
    return reply
      .header(hubHeaders.size, String(state.size))
      .header(hubHeaders.offset, String(start))
      .type('application/octet-stream')
      .send(bytes?.subarray(0, most) ?? new Uint8Array());
  });

  app.head(path, async (request, reply) => {
    const state = await storage.blobs.state(placeOf(request));
    if (state === undefined) return reply.code(404).send();
    return describe(reply, state)
      .code(state.isComplete ? 200 : 202)
      .send();
  });

  async function store(
    shelves: Shelves,
    place: BlobPlace,
    { size, offset, bytes }: { size: number; offset: number; bytes: Uint8Array },
  ): Promise<BlobState | 'damaged'> {
    const { blobs } = shelves;
    await blobs.begin(place, size, clock.now());
    const before = await blobs.state(place);
    if (before?.isComplete) return before;
    const received = before?.received ?? 0;
    const isFitting = before?.size === size && offset === received && offset + bytes.length <= size;
    if (!isFitting || !(await blobs.append(place, offset, bytes))) {
      throw new ProblemError(problem('OUT-SYN-037', { received, offset }));
    }
    const after = { size, received: offset + bytes.length, isComplete: offset + bytes.length === size };
    if (!after.isComplete) return after;
    if ((await hashStored(shelves, place)) !== place.hash) {
      await blobs.remove(place);
      return 'damaged';
    }
    await blobs.complete(place, clock.now());
    return after;
  }
}
