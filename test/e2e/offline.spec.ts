import { expect, test } from '@playwright/test';
import { rendererFolder } from '../../build/lib/paths.ts';
import { startStaticServer } from '../../build/lib/static-server.ts';

test('opens any route with the server process gone after the first visit', async ({ page, context }) => {
  const server = await startStaticServer(rendererFolder, 0);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(server.address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await server.close();
  await context.setOffline(true);

  for (const route of ['/', '/a/route/of/the/application']) {
    const response = await page.goto(`${server.address}${route}`);
    expect(response?.fromServiceWorker()).toBe(true);
    await expect(page).toHaveTitle(/Outpost/);
    await expect(page.locator('#root')).not.toBeEmpty();
  }
  expect(problems).toEqual([]);
});

test('every file of the build is fetched at the first visit', async ({ page, request, baseURL }) => {
  await page.goto('/');
  const kept = await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  });
  const html = await (await request.get(`${baseURL ?? ''}/index.html`)).text();
  const scripts = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
  expect(scripts.length).toBeGreaterThan(0);
  expect(kept).toEqual(expect.arrayContaining(['/index.html', '/manifest.webmanifest', ...scripts]));
});

test('the content security policy stops inline script and foreign addresses', async ({ page }) => {
  const response = await page.goto('/');
  expect(response?.headers()['content-security-policy']).toContain("default-src 'self'");
  await page.evaluate(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.push(effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.head.append(script);
    new Image().src = 'https://example.invalid/pixel.png';
    void fetch('http://127.0.0.1:9/').catch(() => undefined);
  });
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { refused: string[] }).refused))
    .toEqual(expect.arrayContaining(['script-src-elem', 'img-src', 'connect-src']));
  expect(await page.evaluate(() => 'inlineRan' in window)).toBe(false);
});
