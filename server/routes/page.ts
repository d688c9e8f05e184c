import { existsSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { apiPrefix } from '#shared/contracts/hub.ts';
import { answerUnknown } from '../plugins/problems.ts';

/** Serves the built page, with the application for every address of its own. */
export async function pageRoutes(app: FastifyInstance, folder: string): Promise<void> {
  const hasPage = existsSync(join(folder, 'index.html'));
  if (hasPage) {
    await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
    await app.register(fastifyStatic, {
      root: folder,
      dotfiles: 'ignore',
      allowedPath: (path) => isInside(folder, path),
      setHeaders(response, path) {
        const isImmutable = path.startsWith(join(folder, 'assets'));
        response.header('Cache-Control', isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      hasPage &&
      request.method === 'GET' &&
      !request.url.startsWith(`${apiPrefix}/`) &&
      (request.headers.accept ?? '').includes('text/html');
    return isPage ? reply.sendFile('index.html') : answerUnknown(reply, request.url);
  });
}

/** Where the file really lies: a symbolic link leads nowhere else. */
function isInside(folder: string, path: string): boolean {
  try {
    return (realpathSync(join(folder, decodeURIComponent(path))) + sep).startsWith(
      realpathSync(folder) + sep,
    );
  } catch {
    return false;
  }
}
