import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playwrightCounts, vitestCounts } from './counts.ts';

describe('counting tests', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'outpost-counts-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const report = (content: unknown): string => {
    const path = join(folder, 'report.json');
    writeFileSync(path, JSON.stringify(content));
    return path;
  };

  it('reads what Vitest wrote', () => {
    const path = report({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2 });
    expect(vitestCounts(path)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  it('counts a flaky end-to-end test as failed', () => {
    const path = report({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 3 } });
    expect(playwrightCounts(path)).toEqual({ passed: 7, failed: 2, skipped: 3 });
  });

  it('gives nothing where no report was written, or another one', () => {
    expect(vitestCounts(join(folder, 'missing.json'))).toBeUndefined();
    expect(playwrightCounts(report({ stats: {} }))).toBeUndefined();
  });
});
