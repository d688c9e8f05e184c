import { runChecks } from './lib/check-steps.ts';
import { playwrightCounts, vitestCounts, type Counts } from './lib/counts.ts';
import { runE2e } from './lib/e2e.ts';
import { runBuild } from './lib/ensure-build.ts';
import { formatResults, type StepResult } from './lib/run.ts';

const results: StepResult[] = await runChecks();
const built = await runBuild();
results.push(built);
if (built.code === 0) {
  try {
    results.push(await runE2e([]));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    results.push({ title: 'e2e', code: 1, seconds: 0 });
  }
}
console.log(`\n${formatResults(results)}`);

const none: Counts = { passed: 0, failed: 0, skipped: 0 };
const counted: Readonly<Record<string, Counts>> = {
  unit: vitestCounts() ?? none,
  e2e: (built.code === 0 ? playwrightCounts() : undefined) ?? none,
};
const tests = Object.values(counted);
const sum = (key: keyof Counts): number => tests.reduce((total, counts) => total + counts[key], 0);
// A step that failed with no failed test to show for it (a type error, a crash) counts as one.
const brokenSteps = results.filter(({ title, code }) => code !== 0 && !counted[title]?.failed).length;
const failed = sum('failed') + brokenSteps;

if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`);
console.log(`${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
