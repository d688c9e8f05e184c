import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Protocol } from 'electron';
import { securityHeaders, securityHeadersOf } from '#shared/contracts/csp.ts';
import { appScheme, isAppUrl } from './origin.ts';
import { hasCode } from './reason.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Has to run before the app is ready. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * Answers requests for `outpost://app/…` from a folder, and for any path that names no file with the page, whose
 * router knows what to do.
 *
 * @param root absolute path of the built renderer.
 */
export function createAppHandler(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(405, 'Only GET is answered here.');
    const segments = isAppUrl(request.url) ? pathSegments(request.url) : undefined;
    if (segments === undefined) return refuse(400, 'This address is not one of the application.');
    const last = segments.at(-1) ?? '';
    const wantsPage = extname(last) === '' || (request.headers.get('accept')?.includes('text/html') ?? false);
    const path = join(root, ...segments);
    const found = extname(last) === '' ? undefined : await readIfFile(path);
    if (found !== undefined) return answer(request, found, last);
    if (!wantsPage) return refuse(404, 'There is no such file in the application.');
    const page = await readIfFile(join(root, 'index.html'));
    return page === undefined
      ? refuse(500, 'The application’s page is missing.')
      : answer(request, page, 'index.html');
  };
}

/** The decoded segments, or `undefined` when one of them could lead anywhere but down from the root. */
function pathSegments(address: string): string[] | undefined {
  const segments: string[] = [];
  for (const encoded of new URL(address).pathname.split('/')) {
    if (encoded === '') continue;
    let segment: string;
    try {
      segment = decodeURIComponent(encoded);
    } catch {
      return undefined;
    }
    // A backslash separates and a colon names drives and streams on Windows; control characters are never ours.
    if (segment === '.' || segment === '..' || /[/\\:\p{Cc}]/u.test(segment)) return undefined;
    segments.push(segment);
  }
  return segments;
}

async function readIfFile(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG')) return undefined;
    throw error;
  }
}

function answer(request: Request, bytes: Uint8Array<ArrayBuffer>, name: string): Response {
  const headers = new Headers(securityHeadersOf(new URL(request.url).pathname));
  headers.set('Content-Type', contentTypes[extname(name).toLowerCase()] ?? 'application/octet-stream');
  headers.set('Content-Length', String(bytes.length));
  // The files change only with the installation, and come from the same disk.
  headers.set('Cache-Control', 'no-cache');
  return new Response(request.method === 'HEAD' ? null : bytes, { status: 200, headers });
}

function refuse(status: number, text: string): Response {
  const headers = new Headers(securityHeaders);
  headers.set('Content-Type', 'text/plain; charset=utf-8');
  return new Response(text, { status, headers });
}
