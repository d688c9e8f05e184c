import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder, projectRoot } from './paths.ts';

const inputs = ['shared', 'renderer', 'electron', 'resources', 'build', 'package.json', 'vite.config.ts'];
const stamp = join(distFolder, 'build.json');

function newestChange(path: string): number {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  // A folder's own time tells of files that were deleted from it.
  return readdirSync(path).reduce(
    (newest, name) =>
      /\.test\.tsx?$/.test(name) ? newest : Math.max(newest, newestChange(join(path, name))),
    info.mtimeMs,
  );
}

/** True when there is no build, or a source has changed since it was made. */
export function isBuildStale(): boolean {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return inputs
    .map((name) => join(projectRoot, name))
    .some((path) => existsSync(path) && newestChange(path) > built);
}
