import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleHub } from '../../build/lib/hub-bundle.ts';
import { projectRoot } from '../../build/lib/paths.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the hub as one file: it starts in a fraction of the time. */
    hubBundle: string;
  }
}

/** Bundles the hub once for a run of the tests. It has to lie where its one package is found. */
export async function setup(project: TestProject): Promise<() => void> {
  const path = join(projectRoot, 'node_modules', '.cache', `outpost-hub-${process.pid}.mjs`);
  await bundleHub(path);
  project.provide('hubBundle', path);
  return () => rmSync(path, { force: true });
}
