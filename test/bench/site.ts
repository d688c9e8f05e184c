import { existsSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { projectRoot, rendererFolder } from '../../build/lib/paths.ts';

export interface Site {
  /** Of the bench pages. */
  readonly bench: string;
  /** Of the application, where it is built. */
  readonly app: string | undefined;
  close(): Promise<void>;
}

/**
 * Builds the bench pages as the application is built, and serves them beside it, from one origin: so they share the
 * databases. The headers isolate the pages, without which Chromium neither measures memory nor counts time finely.
 */
export async function openSite(folder: string, withApp: boolean): Promise<Site> {
  const page = join(projectRoot, 'test/bench/page');
  const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  await build({
    configFile: false,
    root: page,
    base: '/bench/',
    logLevel: 'warn',
    // The application's own: the saved index of another version is not read.
    define: { __BUILD__: JSON.stringify({ version }) },
    // RxDB brings its own copy of Dexie, and Dexie allows one in a page.
    resolve: { alias: { events: join(page, 'event-emitter.ts') }, dedupe: ['dexie'] },
    worker: { format: 'es' },
    build: {
      outDir: join(folder, 'bench'),
      emptyOutDir: true,
      target: 'chrome130',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: ['index.html', 'start-raw.html', 'start-data.html', 'sync.html'].map((name) =>
          join(page, name),
        ),
      },
    },
  });
  const hasApp = withApp && existsSync(join(rendererFolder, 'index.html'));
  if (hasApp) await cp(rendererFolder, folder, { recursive: true });
  const server = await preview({
    configFile: false,
    root: page,
    logLevel: 'warn',
    build: { outDir: folder },
    preview: {
      // Databases belong to an address with its port, so a kept profile needs the same one again.
      port: 4795,
      strictPort: true,
      host: '127.0.0.1',
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      },
    },
  });
  const address = 'http://127.0.0.1:4795';
  return { bench: `${address}/bench`, app: hasApp ? address : undefined, close: () => server.close() };
}
