import { isBuildStale } from './stale.ts';
import { toolPath } from './paths.ts';
import { runStep, type StepResult } from './run.ts';

export function runBuild(): Promise<StepResult> {
  return runStep({ title: 'build', command: toolPath('tsx'), args: ['build/build.ts'] });
}

/** Builds where there is no build or a source is newer. */
export async function ensureBuild(): Promise<void> {
  if (!isBuildStale()) return;
  console.log('Building …');
  const { code } = await runBuild();
  if (code !== 0) throw new Error('The build failed; see above.');
}
