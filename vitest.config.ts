import { defineConfig } from 'vitest/config';

const rooms = '{shared,renderer,electron,test,build,resources}';
/** They keep nothing between two files, so that one process runs them all: half the time. */
const pure = ['{shared,resources}/**/*.test.ts', 'test/{assessment,conformance}/**/*.test.ts'];
/** Whatever needs a database server has it. */
const hub = ['server/**/*.test.ts', 'test/server/**/*.test.ts'];

export default defineConfig({
  define: { __BUILD__: JSON.stringify({ version: 'test' }) },
  test: {
    // Machines with two busy cores need patience; a hung test still ends.
    testTimeout: 90_000,
    hookTimeout: 20_000,
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['shared/**', 'renderer/**', 'electron/**', 'server/**'],
      reporter: ['text-summary', 'html'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          isolate: false,
          include: pure,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: [`${rooms}/**/*.test.{ts,tsx}`],
          exclude: ['**/*.dom.test.{ts,tsx}', 'test/e2e/**', 'test/bench/**', ...hub, ...pure],
        },
      },
      {
        extends: true,
        test: {
          name: 'hub',
          environment: 'node',
          include: hub,
          globalSetup: ['test/support/postgres-cluster.ts', 'test/support/hub-bundle-once.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: [`${rooms}/**/*.dom.test.{ts,tsx}`],
          setupFiles: ['test/support/dom-setup.ts'],
        },
      },
    ],
  },
});
