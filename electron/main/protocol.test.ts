import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '#shared/contracts/csp.ts';
import { tempFolder } from '#test/support/temp-folder.ts';
import { createAppHandler, registerAppScheme } from './protocol.ts';

let handler: (request: Request) => Promise<Response>;

beforeEach(async () => {
  const folder = await tempFolder();
  const root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<!doctype html>page');
  await writeFile(join(root, 'assets', 'app.js'), 'export {};');
  await writeFile(join(root, 'assets', 'Über uns.svg'), '<svg/>');
  await writeFile(join(root, 'assets', 'data.unheard'), 'x');
  await writeFile(join(folder, 'secret.txt'), 'outside');
  handler = createAppHandler(root);
});

const get = (path: string, init?: RequestInit) => handler(new Request(`outpost://app${path}`, init));

test('the scheme is a secure standard one without service workers, and does not bypass the policy', () => {
  let registered: unknown;
  registerAppScheme({ registerSchemesAsPrivileged: (schemes) => (registered = schemes) });
  expect(registered).toEqual([
    {
      scheme: 'outpost',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
});

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/index.html', 'text/html; charset=utf-8'],
  ['/assets/app.js', 'text/javascript; charset=utf-8'],
  ['/assets/app.js?v=1', 'text/javascript; charset=utf-8'],
  ['/assets/%C3%9Cber%20uns.svg', 'image/svg+xml'],
  ['/assets/data.unheard', 'application/octet-stream'],
])('%s is answered as %s, under the content security policy', async (path, type) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each(['/incident', '/incident/INC-7K-00042', '/assets', '/deep/er/still?tab=1'])(
  '%s names no file and gets the page, for its router',
  async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>page');
  },
);

test('a missing file is missing, unless a page was asked for', async () => {
  expect((await get('/assets/gone.js')).status).toBe(404);
  const page = await get('/report/v1.2', { headers: { accept: 'text/html,*/*' } });
  expect(await page.text()).toBe('<!doctype html>page');
});

describe('traversal', () => {
  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/.%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%252e%252e/secret.txt',
    '//secret.txt',
    '/C:/secret.txt',
    '/index.html%00.txt',
    '/index.html::$DATA',
    '/%zz.txt',
  ])('%s does not reach the file outside', async (path) => {
    const response = await get(path);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain('outside');
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  });

  test('another host of the scheme, or another scheme, is refused', async () => {
    expect((await handler(new Request('outpost://other/index.html'))).status).toBe(400);
    expect((await handler(new Request('https://app/index.html'))).status).toBe(400);
  });
});

test('HEAD has headers and no body; other methods are refused', async () => {
  const head = await get('/assets/app.js', { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', '']);
  expect((await get('/index.html', { method: 'POST', body: 'x' })).status).toBe(405);
});

test('a renderer that was not built says so', async () => {
  const empty = createAppHandler(await tempFolder());
  expect((await empty(new Request('outpost://app/'))).status).toBe(500);
});
