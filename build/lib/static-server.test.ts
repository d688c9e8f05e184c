import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '#shared/contracts/csp.ts';
import { startStaticServer, type StaticServer } from './static-server.ts';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

describe('the static server', () => {
  let folder: string;
  let server: StaticServer;

  // Not fetch(): it would tidy up "..", which is what has to be tried.
  const ask = (path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (body += chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            body,
            headers: response.headers,
          }),
        );
      });
      call.on('error', reject);
      call.end();
    });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'outpost-static-'));
    const root = join(folder, 'root');
    mkdirSync(join(root, 'assets'), { recursive: true });
    mkdirSync(join(folder, 'root-2'));
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'root-2', 'secret.txt'), 'secret');
    writeFileSync(join(root, 'index.html'), '<title>app</title>');
    writeFileSync(join(root, 'assets', 'a.js'), 'export {};');
    writeFileSync(join(root, 'manifest.webmanifest'), '{}');
    symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
    server = await startStaticServer(root, 0);
  });

  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html?x=1', 'text/html; charset=utf-8'],
    ['/assets/a.js', 'text/javascript; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ])('answers %s with the type %s and the policy', async (path, type) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status: 200, type });
    expect(answer.headers['content-security-policy']).toBe(contentSecurityPolicy);
  });

  it.each(['/incident', '/incident/42?tab=notes', '/assetsmall'])(
    'answers the route %s with the page',
    async (path) => {
      expect(await ask(path)).toMatchObject({ status: 200, body: '<title>app</title>' });
    },
  );

  it('answers a route with a dot in it when a page is asked for', async () => {
    expect(await ask('/service/v1.2', 'GET', { accept: 'text/html' })).toMatchObject({ status: 200 });
    expect(await ask('/service/v1.2')).toMatchObject({ status: 404 });
  });

  it('does not pass the page off as a missing script', async () => {
    expect(await ask('/assets/gone.js', 'GET', { accept: 'text/html' })).toMatchObject({ status: 404 });
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/../root-2/secret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/a%00.txt',
    '/%zz.txt',
  ])('keeps what lies outside its folder from %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  it('answers HEAD without a body and refuses what would change something', async () => {
    expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect(await ask('/', 'POST')).toMatchObject({ status: 405 });
  });

  it('lets files with a hash in their name be kept, and asks again for the others', async () => {
    expect((await ask('/assets/a.js')).headers['cache-control']).toContain('immutable');
    expect((await ask('/')).headers['cache-control']).toBe('no-cache');
  });

  it('takes the next port when the wished one is in use', async () => {
    const second = await startStaticServer(join(folder, 'root'), server.port);
    expect(second.port).toBeGreaterThan(server.port);
    await second.close();
  });
});
