import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Where the build puts its output. `OUTPOST_DIST` lets two people build side by side in one checkout. */
export const distFolder = resolve(projectRoot, process.env['OUTPOST_DIST'] ?? 'dist');

export const rendererFolder = resolve(distFolder, 'renderer');

/** Path of a tool that npm has installed. */
export function toolPath(name: string): string {
  return resolve(projectRoot, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}
