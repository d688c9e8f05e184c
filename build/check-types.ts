import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, toolPath } from './lib/paths.ts';
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

const results = await runSteps(
  projects.map((path) => ({ title: path, command: toolPath('tsc'), args: ['-p', path] })),
  2,
);
console.log(`\n${formatResults(results)}`);
process.exitCode = results.every(({ code }) => code === 0) ? 0 : 1;
