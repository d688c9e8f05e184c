import { defineConfig } from '@playwright/test';
import { ensureChromium } from './build/lib/find-chromium.ts';

const address = process.env['OUTPOST_URL'];
const port = process.env['OUTPOST_PORT'] ?? '4790';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // A test that passes at the second try has a fault of its own: mend it.
  retries: 0,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['OUTPOST_E2E_REPORT'] ?? 'test-results/e2e-report.json' }],
  ],
  use: {
    baseURL: address ?? `http://localhost:${port}`,
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    timezoneId: 'UTC',
    locale: 'en-US',
    // Pictures of each step would cost a quarter of the time; a failure has its own picture and the tree of the page.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: ensureChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // build/e2e.ts serves the build itself and hands the address over; this is for `npx playwright test`.
  ...(address
    ? {}
    : {
        webServer: {
          command: `npx tsx build/serve.ts --port ${port}`,
          url: `http://localhost:${port}`,
          reuseExistingServer: true,
        },
      }),
});
