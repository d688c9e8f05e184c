import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { unitReport } from './counts.ts';
import { toolPath } from './paths.ts';
import { runSteps, type Step, type StepResult } from './run.ts';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const script = (title: string): Step => ({
  title,
  command: npm,
  args: ['run', '--silent', `check:${title}`],
});

const fileChecks: readonly Step[] = ['types', 'lint', 'format', 'layers', 'unused', 'audit'].map(script);
const unit: Step = {
  title: 'unit',
  command: toolPath('vitest'),
  args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
  // Colours would only litter the collected output.
  env: { NO_COLOR: '1' },
};

/** Everything `npm run check` does. The file checks share two cores; the tests, which watch the clock, run alone. */
export async function runChecks(): Promise<StepResult[]> {
  mkdirSync(dirname(unitReport), { recursive: true });
  rmSync(unitReport, { force: true });
  const files = await runSteps(fileChecks, 2);
  return [...files, ...(await runSteps([unit], 1))];
}
