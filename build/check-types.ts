import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from './lib/paths.ts';
import { formatResults, runSteps } from './lib/run.ts';

// Each room is compiled with no more than it will find at run time; the first compiles all, tests too.
const projects = [
  'tsconfig.json',
  'shared/tsconfig.json',
  'renderer/tsconfig.json',
  'renderer/tsconfig.worker.json',
  'electron/tsconfig.json',
  'electron/tsconfig.preload.json',
  'server/tsconfig.json',
].filter((path) => existsSync(join(projectRoot, path)));

/** The native compiler. The rules of lint need the interface of the one before it, which stays beside it. */
const compiler = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript-7/package.json')));

const results = await runSteps(
  projects.map((path) => ({ title: path, command: process.execPath, args: [compiler, '-p', path] })),
  2,
);
console.log(`\n${formatResults(results)}`);
process.exitCode = results.every(({ code }) => code === 0) ? 0 : 1;
