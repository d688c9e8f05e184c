import { gzipSync } from 'node:zlib';
import { seedId } from '#shared/engine/seed.ts';
import { openBrowser } from './browser.ts';
import { lineOf, median, ms, type Line } from './lines.ts';
import type { Site } from './site.ts';

const rounds = 5;
const patience = 60_000;

interface Start {
  /** From the navigation until the list stands on the page, milliseconds. */
  readonly time: number;
  /** Bytes of script, gzipped, that came before. */
  readonly script: number;
}

declare global {
  var listShownAt: number | undefined;
}

/** Cold starts: the browser itself is started anew for each, over the same profile. */
export async function measureStart(site: Site, profile: string): Promise<readonly Line[]> {
  const addresses = {
    bare: `${site.bench}/start-raw.html`,
    data: `${site.bench}/start-data.html`,
    ...(site.app ? { app: `${site.app}/list/incident?filter=open` } : {}),
  };
  const starts = new Map<string, Start[]>(Object.keys(addresses).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, address] of Object.entries(addresses))
      starts.get(name)?.push(await startOnce(profile, address));
  }
  const timeOf = (name: string) => median((starts.get(name) ?? []).map(({ time }) => time));
  const against = (name: string, what: string, goal?: { readonly most: number }) =>
    lineOf(
      {
        what,
        value: timeOf(name) / timeOf('bare'),
        unit: '×',
        detail: `${ms(timeOf(name))} against ${ms(timeOf('bare'))}`,
      },
      goal,
    );
  const lines = [against('data', 'cold start to 50 rows, data layer alone, against a bare page')];
  if (!site.app) return lines;
  const script = median((starts.get('app') ?? []).map((start) => start.script)) / 1000;
  return [
    ...lines,
    against('app', 'cold start of the application to a usable list, against a bare page', { most: 2.2 }),
    lineOf(
      {
        what: 'script before the list is painted, gzip',
        value: script,
        unit: 'KB',
        detail: 'counted from the build',
      },
      { most: 250 },
    ),
  ];
}

async function startOnce(profile: string, address: string): Promise<Start> {
  const context = await openBrowser(profile);
  try {
    const page = await context.newPage();
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') bodies.push(response.body());
    });
    await page.addInitScript(
      (person) => {
        localStorage.setItem('outpost.session', JSON.stringify({ state: { person }, version: 1 }));
        // No function with a name here: the loader that runs this file would add a helper that the page does not have.
        const timer = setInterval(() => {
          // A grid draws what fits on the screen; its heading is a row too.
          if (document.querySelectorAll('tr, [role="row"]').length <= 12) return;
          clearInterval(timer);
          globalThis.listShownAt = performance.now();
        }, 4);
      },
      seedId('person', 'bench'),
    );
    await page.goto(address, { waitUntil: 'commit' });
    const shown = page.waitForFunction(() => globalThis.listShownAt !== undefined, undefined, {
      timeout: patience,
    });
    await shown.catch(async () => {
      const text = await page.evaluate(() => document.body.innerText.slice(0, 200));
      throw new Error(`${address} shows no list within ${patience / 1000} s, but: ${text}`);
    });
    const time = await page.evaluate(() => globalThis.listShownAt ?? NaN);
    const scripts = await Promise.all(bodies);
    return { time, script: scripts.reduce((sum, body) => sum + gzipSync(new Uint8Array(body)).length, 0) };
  } finally {
    await context.close();
  }
}
