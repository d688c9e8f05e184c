import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './paths.ts';

/** Either the program to start, or one line that says why there is none. */
export type ElectronRuntime =
  | { readonly executable: string; readonly reason?: never }
  | { readonly executable?: never; readonly reason: string };

const packageFolder = join(projectRoot, 'node_modules', 'electron');
const programNames: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};
const probeMilliseconds = 5_000;
const downloadMilliseconds = 300_000;

function installedExecutable(env: NodeJS.ProcessEnv): string | undefined {
  const program = programNames[process.platform] ?? 'electron';
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist');
  const path = join(folder, program);
  return existsSync(path) ? path : undefined;
}

/** Why this session cannot show an Electron window although the runtime may be there. */
function obstacle(env: NodeJS.ProcessEnv): string | undefined {
  if (process.platform !== 'linux') return undefined;
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'there is no display to open a window on';
  if (process.getuid?.() === 0 && !env['ELECTRON_DISABLE_SANDBOX']) {
    return 'its sandbox does not run as root (ELECTRON_DISABLE_SANDBOX=1 goes without)';
  }
  return undefined;
}

async function canReachDownload(env: NodeJS.ProcessEnv): Promise<boolean> {
  const isElsewhere = ['HTTPS_PROXY', 'https_proxy', 'ELECTRON_MIRROR', 'npm_config_electron_mirror'].some(
    (name) => env[name],
  );
  if (isElsewhere) return true;
  try {
    const response = await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(probeMilliseconds),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** Finds Electron's runtime; tries once to fetch it when it is missing. */
export async function findElectron(env: NodeJS.ProcessEnv = process.env): Promise<ElectronRuntime> {
  const blocked = obstacle(env);
  if (blocked) return { reason: blocked };
  const present = installedExecutable(env);
  if (present) return { executable: present };
  if (env['ELECTRON_OVERRIDE_DIST_PATH']) {
    return {
      reason: `ELECTRON_OVERRIDE_DIST_PATH (${env['ELECTRON_OVERRIDE_DIST_PATH']}) holds no Electron`,
    };
  }
  if (!existsSync(packageFolder)) return { reason: 'the electron package is not installed' };
  if (!(await canReachDownload(env))) {
    return { reason: 'its runtime is not on this machine and cannot be downloaded from here' };
  }
  console.log('Fetching the Electron runtime once …');
  const result = spawnSync(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: downloadMilliseconds,
  });
  const fetched = installedExecutable(env);
  if (result.status === 0 && fetched) return { executable: fetched };
  const lastLine = result.stderr.toString().trim().split('\n')[0] ?? '';
  return { reason: `its runtime could not be downloaded${lastLine ? ` (${lastLine})` : ''}` };
}

/** The version that package.json pins. */
export function electronVersion(): string {
  const text = readFileSync(join(projectRoot, 'package.json'), 'utf8');
  const manifest = JSON.parse(text) as { devDependencies: Record<string, string> };
  const version = manifest.devDependencies['electron'];
  if (!version) throw new Error('package.json has no devDependencies.electron.');
  return version;
}
