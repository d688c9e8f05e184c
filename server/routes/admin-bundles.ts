import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Zip, ZipPassThrough } from 'fflate';
import { bundleWishSchema, hubPaths, type OpenedBundle } from '#shared/contracts/hub.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { hubBundle, type BundleFile } from '../hub/bundles.ts';
import type { Hub } from '../hub/hub.ts';
import { openHubBundle } from '../hub/open-bundle.ts';

/** Bundles for sticks, made and opened by an administrator. */
export function adminBundleRoutes(app: FastifyInstance, hub: Hub): void {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });

  /** One part as it lies on the stick. */
  app.post(hubPaths.adminBundleParts, async (request): Promise<OpenedBundle> => {
    const { body } = request;
    if (!(body instanceof Uint8Array)) {
      throw new ProblemError(
        problem('OUT-SYN-028', { fault: 'the body has to be application/octet-stream' }),
      );
    }
    return { ...(await openHubBundle(hub, body)) } as OpenedBundle;
  });

  /** All parts and the manifest as one archive, written while it is read. */
  app.get(hubPaths.adminBundles, async (request, reply) => {
    const files = hubBundle(hub, bundleWishSchema.parse(request.query));
    // What is wrong with the wish shows before the first part: then there is no archive.
    const first = await files.next();
    return reply.type('application/zip').send(Readable.from(archiveOf(first, files)));
  });
}

async function* archiveOf(
  first: IteratorResult<BundleFile, void>,
  rest: AsyncGenerator<BundleFile, void>,
): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    written.push(chunk);
  });
  for (let file = first; !file.done; file = await rest.next()) {
    const entry = new ZipPassThrough(file.value.name);
    zip.add(entry);
    entry.push(file.value.bytes, true);
    yield* written.splice(0);
  }
  zip.end();
  yield* written.splice(0);
}
