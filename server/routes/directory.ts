import type { FastifyInstance } from 'fastify';
import { directoryFromJson } from '#shared/contracts/hub-directory.ts';
import { directorySchema, hubPaths } from '#shared/contracts/hub.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { verifyDirectory } from '#shared/sync/directory.ts';
import type { Hub } from '../hub/hub.ts';
import { mergeDirectory } from '../hub/merge-directory.ts';
import { senderOf } from '../plugins/signed-request.ts';

/** PUT /directory: a hub below says which devices it enrolled, so that their signatures can be checked here. */
export function directoryRoute(app: FastifyInstance, { storage, clock }: Hub): void {
  app.put(hubPaths.directory, async (request, reply) => {
    const { workspace, replica: hub, kind, signKey } = senderOf(request);
    const { body } = request;
    const text = body instanceof Uint8Array ? Buffer.from(body).toString('utf8') : '';
    const directory = directoryFromJson(directorySchema.parse(parseJson(text)));
    const isFitting =
      kind === 'hub' &&
      directory.hub === hub &&
      directory.workspace === workspace &&
      verifyDirectory(signKey, directory);
    if (!isFitting) {
      throw new ProblemError(problem('OUT-SYN-008', { fault: 'its signature is not that of its sender' }));
    }
    const source = { workspace, hub, isAbove: false, now: clock.now() };
    await storage.inWorkspace(workspace, (shelves) => mergeDirectory(shelves, directory, source));
    return reply.code(204).send();
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError(problem('OUT-SYN-028', { fault: 'the body is not JSON' }));
  }
}
