import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { securityHeaders, securityHeadersOf } from '#shared/contracts/csp.ts';

const mimeTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Path of the file below `root` that a URL path names; undefined where it is malformed, missing or outside. */
async function fileBelow(root: string, urlPath: string): Promise<string | undefined> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  try {
    // The real path, so that a symbolic link does not lead out either.
    const path = await realpath(join(root, decoded));
    if (!path.startsWith((await realpath(root)) + sep)) return undefined;
    return (await stat(path)).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}

function isAppRoute(urlPath: string, accept: string): boolean {
  if (urlPath.startsWith('/assets/')) return false;
  return extname(urlPath) === '' || accept.includes('text/html');
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refuse = (code: number, text: string): void => {
    response.writeHead(code, { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(text);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(405, 'Only GET and HEAD are answered here.\n');
    return;
  }
  const urlPath = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
  let file = urlPath === '/' ? undefined : await fileBelow(root, urlPath);
  if (!file && isAppRoute(urlPath, request.headers.accept ?? '')) file = await fileBelow(root, '/index.html');
  if (!file) {
    refuse(404, 'There is no such file.\n');
    return;
  }
  const isImmutable = urlPath.startsWith('/assets/');
  response.writeHead(200, {
    ...securityHeadersOf(urlPath),
    'Content-Type': mimeTypes[extname(file)] ?? 'application/octet-stream',
    'Content-Length': (await stat(file)).size,
    'Cache-Control': isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

export interface StaticServer {
  /** Such as `http://localhost:4780`. */
  readonly address: string;
  readonly port: number;
  close: () => Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound ? bound.port : port);
    });
  });
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/**
 * Serves the built application to this machine only.
 *
 * @param root folder that holds index.html
 * @param port first port to try (0: any free one); the next free one is taken where it is in use
 */
export async function startStaticServer(root: string, port: number): Promise<StaticServer> {
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy());
  });
  const lastPort = port === 0 ? 0 : port + 50;
  for (let candidate = port; ; candidate++) {
    try {
      const bound = await listen(server, candidate);
      return {
        address: `http://localhost:${String(bound)}`,
        port: bound,
        close: () =>
          new Promise((resolve) => {
            server.close(() => {
              resolve();
            });
            server.closeAllConnections();
          }),
      };
    } catch (error) {
      if (!isPortTaken(error) || candidate >= lastPort) throw error;
    }
  }
}
