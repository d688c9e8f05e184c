import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { ensureChromium } from '../../build/lib/find-chromium.ts';
import type { Bench } from './page/main.ts';
import type { Site } from './site.ts';

const switches =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking ' +
  '--disable-component-update --disable-sync --enable-blink-features=ForceEagerMeasureMemory';

/** Starts the browser over a profile, as a person who opens it in the morning. */
export function openBrowser(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    args: switches.split(' '),
    viewport: { width: 1280, height: 800 },
    // The service worker would answer for the bench pages too.
    serviceWorkers: 'block',
    timezoneId: 'UTC',
    locale: 'en-US',
  });
}

/** Calls one measurement in a page of its own. */
export async function inPage<Name extends keyof Bench>(
  context: BrowserContext,
  site: Site,
  name: Name,
  records: number,
): Promise<Awaited<ReturnType<Bench[Name]>>> {
  const page = await openPage(context, `${site.bench}/index.html`);
  try {
    await page.waitForFunction(() => 'bench' in globalThis);
    const call = ([what, count]: [keyof Bench, number]): Promise<unknown> => globalThis.bench[what](count);
    const argument: [keyof Bench, number] = [name, records];
    return (await page.evaluate(call, argument)) as Awaited<ReturnType<Bench[Name]>>;
  } finally {
    await page.close();
  }
}

/** Opens a page; what it prints and what fails in it is shown here. */
export async function openPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`page: ${message.text()}`);
    if (message.type() === 'info') console.log(message.text());
  });
  page.on('pageerror', (error) => console.error(`page: ${error.stack ?? error.message}`));
  await page.goto(address);
  return page;
}
