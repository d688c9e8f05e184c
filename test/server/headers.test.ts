import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { apiPrefix, hubPaths } from '#shared/contracts/hub.ts';
import { startTestHub } from '#test/support/hub.ts';
import { requestRaw } from '#test/support/raw-request.ts';
import { tempFolder } from '#test/support/temp-folder.ts';

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

async function page(): Promise<string> {
  const folder = await tempFolder();
  const root = join(folder, 'page');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<!doctype html><title>Outpost</title>');
  await writeFile(join(root, 'assets', 'app-1a2b.js'), 'export {};\n');
  await writeFile(join(root, '.env'), 'SECRET=1');
  await writeFile(join(folder, 'secret.txt'), 'SECRET');
  await mkdir(join(folder, 'page-beside'));
  await writeFile(join(folder, 'page-beside', 'secret.txt'), 'SECRET');
  await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
  await symlink(folder, join(root, 'assets', 'up'));
  return root;
}

async function sendText(address: string, text: string): Promise<string> {
  const socket = createConnection(Number(new URL(address).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (bytes: Buffer) => {
    answer += bytes.toString('latin1');
  });
  socket.end(text);
  await once(socket, 'close');
  return answer;
}

describe('answers', () => {
  it('SYN-716 all carry the security headers: pages, files, data, refusals', async () => {
    const hub = await startTestHub({ page: await page(), limits: { requestsPerMinute: 40, body: 2000 } });
    const api = (path: string) => `${apiPrefix}${path}`;
    const json = { 'content-type': 'application/json' };
    const asked: readonly [path: string, status: number, wish?: Parameters<typeof requestRaw>[2]][] = [
      ['/', 200],
      ['/hub', 200, { headers: { accept: 'text/html' } }],
      ['/assets/app-1a2b.js', 200],
      ['/assets/none.js', 404],
      ['/%ff', 404],
      [`/${'a'.repeat(300)}`, 400],
      [api(hubPaths.health), 200],
      [api(hubPaths.metrics), 200],
      [api('/none'), 404],
      [api('/%ff'), 404],
      [api(hubPaths.exchange), 404],
      [api(hubPaths.exchange), 401, { method: 'POST', headers: json, body: '{}' }],
      [api(hubPaths.enrol), 400, { method: 'POST', headers: json, body: '{' }],
      [api(hubPaths.enrol), 413, { method: 'POST', headers: json, body: 'x'.repeat(20_000) }],
      [api(hubPaths.adminStorage), 401],
      [api(hubPaths.adminStorage), 403, { headers: { origin: 'https://evil.example' } }],
      [api(hubPaths.health), 421, { headers: { host: 'evil.example' } }],
      [api(hubPaths.exchange), 204, { method: 'OPTIONS' }],
    ];
    const check = (headers: object, path: string, status: number) => {
      expect([path, status, headers]).toEqual([path, status, expect.objectContaining(everywhere)]);
      const policy = 'content-security-policy' in headers ? String(headers['content-security-policy']) : '';
      expect([path, status, policy]).toEqual([
        path,
        status,
        expect.stringContaining("frame-ancestors 'none'"),
      ]);
      const isData = path.startsWith(apiPrefix) || status >= 400;
      if (path.startsWith(apiPrefix)) expect(policy).toContain("default-src 'none'");
      if (isData) expect(headers).toMatchObject({ 'cache-control': 'no-store' });
      expect(headers).toHaveProperty('permissions-policy');
    };
    for (const [path, status, wish] of asked) {
      const answer = await requestRaw(hub.address, path, wish);
      expect([path, answer.status]).toEqual([path, status]);
      check(answer.headers, path, status);
    }
    let limited = await requestRaw(hub.address, api('/none'));
    for (let round = 0; round < 60 && limited.status !== 429; round += 1)
      limited = await requestRaw(hub.address, api(hubPaths.metrics));
    expect([limited.status, Number(limited.headers['retry-after']) > 0]).toEqual([429, true]);
    check(limited.headers, api(hubPaths.metrics), 429);
    for (const text of ['no http\r\n\r\n', `GET ${api(hubPaths.health)} HTTP/1.1\r\n\r\n`]) {
      const [head = ''] = (await sendText(hub.address, text)).split('\r\n\r\n');
      expect(head).toMatch(text.startsWith('no') ? /^HTTP\/1\.1 400 / : /^HTTP\/1\.1 421 /);
      const lines = head.split('\r\n').slice(1);
      const headers = Object.fromEntries(
        lines.map((line) => [
          line.slice(0, line.indexOf(':')).toLowerCase(),
          line.slice(line.indexOf(':') + 2),
        ]),
      );
      check(headers, api(''), 400);
    }
  });

  it('SYN-717 no path leads out of the folder of the page', async () => {
    const hub = await startTestHub({ page: await page() });
    const up = ['..', '%2e%2e', '.%2e', '%252e%252e', '..%00', '..;'];
    const between = ['/', '%2f', '%5c', '\\', '%252f', '//'];
    const paths = [
      ...up.flatMap((dots) => between.map((slash) => `/assets/${dots}${slash}${dots}${slash}secret.txt`)),
      ...up.flatMap((dots) => between.map((slash) => `/${dots}${slash}secret.txt`)),
      '/../page-beside/secret.txt',
      '/%2e%2e/page-beside/secret.txt',
      '/link.txt',
      '/assets/up/secret.txt',
      '/.env',
      '/%2eenv',
      '/index.html%00.js',
      '//etc/passwd',
      '/C:%5cWindows%5cwin.ini',
      'http://evil.example/etc/passwd',
    ];
    for (const path of paths) {
      const { status, text } = await requestRaw(hub.address, path);
      expect([path, text.includes('SECRET') || text.includes('root:')]).toEqual([path, false]);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
    expect((await requestRaw(hub.address, '/assets/app-1a2b.js')).status).toBe(200);
  });
});
