import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureBuild } from './lib/ensure-build.ts';
import { findElectron } from './lib/find-electron.ts';
import { projectRoot, rendererFolder } from './lib/paths.ts';
import { startStaticServer } from './lib/static-server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4780' },
    'no-open': { type: 'boolean', default: false },
    web: { type: 'boolean', default: false },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  throw new Error(`--port is ${values.port}; it has to be a whole number from 0 to 65535.`);
}

function openBrowser(address: string): void {
  const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    darwin: ['open', address],
    win32: ['cmd', '/c', 'start', '', address],
  };
  const [command, ...args] = openers[process.platform] ?? ['xdg-open', address];
  // Without a browser to open the printed address still stands.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

async function serveInBrowser(): Promise<void> {
  const server = await startStaticServer(rendererFolder, port);
  console.log(
    `Outpost is at ${server.address} (Ctrl+C ends the server; the page goes on working without it).`,
  );
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!values['no-open'] && hasDisplay) openBrowser(server.address);
}

await ensureBuild();
const electron = values.web ? undefined : await findElectron();
if (electron?.executable !== undefined) {
  const child = spawn(electron.executable, [projectRoot], { stdio: 'inherit' });
  child.on('close', (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  if (electron) console.log(`Electron is left out: ${electron.reason}. Outpost opens in the browser.`);
  await serveInBrowser();
}
