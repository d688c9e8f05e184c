import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { e2eReport } from './counts.ts';
import { ensureChromium } from './find-chromium.ts';
import { projectRoot, rendererFolder, toolPath } from './paths.ts';
import { runStep, type StepResult } from './run.ts';
import { startStaticServer } from './static-server.ts';

function hasSpecs(): boolean {
  const folder = join(projectRoot, 'test', 'e2e');
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => /\.spec\.ts$/.test(String(name)))
  );
}

/**
 * Serves the build on a free port and runs the end-to-end specs against it.
 *
 * @param args handed on to Playwright, such as the name of a spec
 */
export async function runE2e(args: readonly string[]): Promise<StepResult> {
  if (!hasSpecs()) {
    console.log('test/e2e holds no specs yet.');
    return { title: 'e2e', code: 0, seconds: 0 };
  }
  rmSync(e2eReport, { force: true });
  const chromium = ensureChromium();
  const server = await startStaticServer(rendererFolder, 0);
  try {
    return await runStep({
      title: 'e2e',
      command: toolPath('playwright'),
      args: ['test', ...args],
      env: { OUTPOST_URL: server.address, CHROMIUM_PATH: chromium, OUTPOST_E2E_REPORT: e2eReport },
    });
  } finally {
    await server.close();
  }
}
