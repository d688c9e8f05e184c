import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './paths.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const folder = join(projectRoot, 'test-results');

/** Where the runners write what they counted. */
export const unitReport = join(folder, 'unit.json');
export const e2eReport = join(folder, 'e2e-report.json');

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

function readReport(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** Counts of a Vitest JSON report; undefined where the run left none. */
export function vitestCounts(path: string = unitReport): Counts | undefined {
  const { data } = vitestReport.safeParse(readReport(path));
  return data && { passed: data.numPassedTests, failed: data.numFailedTests, skipped: data.numPendingTests };
}

/** Counts of a Playwright JSON report; a flaky test counts as failed. */
export function playwrightCounts(path: string = e2eReport): Counts | undefined {
  const { data } = playwrightReport.safeParse(readReport(path));
  return (
    data && {
      passed: data.stats.expected,
      failed: data.stats.unexpected + data.stats.flaky,
      skipped: data.stats.skipped,
    }
  );
}
