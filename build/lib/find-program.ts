import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Wanted {
  /** For people, such as "Chromium or Chrome". */
  readonly title: string;
  /** Environment variable that names the program and comes before any search. */
  readonly variable: string;
  /** Names to look for in PATH, best first. */
  readonly names: readonly string[];
  /** Full paths to try after PATH. */
  readonly places: readonly string[];
  /** Debian package that brings it. */
  readonly debianPackage: string;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of a program of this machine.
 *
 * @throws Error when the variable is set to something that cannot be run.
 */
export function findProgram(wanted: Wanted, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const chosen = env[wanted.variable];
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`${wanted.variable} is ${chosen}, which is not a program.`);
    return chosen;
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const inPath = wanted.names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...wanted.places].find(isExecutable);
}

function installDebianPackage(name: string): void {
  console.log(`Installing the Debian package ${name} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
}

/**
 * As {@link findProgram}; on a Debian machine with root's rights a missing program is installed.
 *
 * @throws Error that says in one line what to install.
 */
export function ensureProgram(wanted: Wanted): string {
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  let found = findProgram(wanted);
  if (!found && canInstall) {
    installDebianPackage(wanted.debianPackage);
    found = findProgram(wanted);
  }
  if (found) return found;
  throw new Error(
    `${wanted.title} is needed: install it (Debian: apt-get install ${wanted.debianPackage}) or set ${wanted.variable}.`,
  );
}
