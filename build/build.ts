import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { builtinModules } from 'node:module';
import { join, relative, sep } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { bundleHub } from './lib/hub-bundle.ts';
import { distFolder, projectRoot, rendererFolder } from './lib/paths.ts';

const started = performance.now();
const nodeBuiltins = builtinModules.flatMap((name) => [name, `node:${name}`]);
const quiet = { configFile: false, logLevel: 'warn' } as const satisfies InlineConfig;

/** One file, no side files: what a service worker and a sandboxed preload both have to be. */
function singleFile(
  entry: string,
  outDir: string,
  fileName: string,
  format: 'iife' | 'cjs' | 'es',
): InlineConfig {
  return {
    ...quiet,
    root: projectRoot,
    publicDir: false,
    // Vite takes packages' browser editions by default; Electron's main process wants those for Node.
    ...(format === 'iife'
      ? {}
      : { resolve: { conditions: ['node', 'module', 'import', 'default'], mainFields: ['module', 'main'] } }),
    build: {
      outDir,
      emptyOutDir: false,
      target: format === 'iife' ? 'chrome130' : 'node20',
      lib: { entry: join(projectRoot, entry), formats: [format], name: 'outpost', fileName: () => fileName },
      rolldownOptions: {
        external: format === 'iife' ? [] : ['electron', 'original-fs', ...nodeBuiltins],
        output: { codeSplitting: false },
      },
    },
  };
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Every file of the page with the hash of its content: what has to be on the device before it works offline. */
async function precacheList(): Promise<{ url: string; revision: string | null }[]> {
  const files = (await listFiles(rendererFolder)).filter((file) => !file.endsWith('.map')).sort();
  return Promise.all(
    files.map(async (file) => {
      const url = `/${relative(rendererFolder, file).split(sep).join('/')}`;
      // Names below /assets carry a hash already.
      if (url.startsWith('/assets/')) return { url, revision: null };
      return {
        url,
        revision: createHash('sha256')
          .update(await readFile(file))
          .digest('hex')
          .slice(0, 16),
      };
    }),
  );
}

async function buildRenderer(): Promise<void> {
  await build({
    configFile: join(projectRoot, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: rendererFolder, emptyOutDir: true },
  });
  await build(singleFile('renderer/service-worker/key-keeper.ts', rendererFolder, 'key-keeper.js', 'iife'));
  const worker = singleFile(
    'renderer/service-worker/service-worker.ts',
    rendererFolder,
    'service-worker.js',
    'iife',
  );
  await build({
    ...worker,
    define: {
      __PRECACHE__: JSON.stringify(await precacheList()),
      'process.env.NODE_ENV': JSON.stringify('production'),
    },
  });
}

async function buildElectron(): Promise<void> {
  const outDir = join(distFolder, 'electron');
  await rm(outDir, { recursive: true, force: true });
  const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  const define = { __BUILD__: JSON.stringify({ version }) };
  const parts = [
    singleFile('electron/main/index.ts', outDir, 'main.js', 'es'),
    // A sandboxed preload is loaded as one CommonJS file.
    singleFile('electron/preload/index.ts', outDir, 'preload.cjs', 'cjs'),
  ];
  for (const part of parts) await build({ ...part, define });
}

await mkdir(distFolder, { recursive: true });
await rm(join(distFolder, 'build.json'), { force: true });
await buildRenderer();
if (existsSync(join(projectRoot, 'electron/main/index.ts'))) await buildElectron();
else console.log('electron/main/index.ts is not there yet: only the renderer is built.');
await bundleHub(join(distFolder, 'server', 'main.mjs'));
await writeFile(join(distFolder, 'build.json'), `${JSON.stringify({ builtAt: new Date().toISOString() })}\n`);
console.log(
  `Built into ${relative(projectRoot, distFolder) || distFolder} in ${((performance.now() - started) / 1000).toFixed(1)} s.`,
);
