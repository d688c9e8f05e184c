/**
 * Measures sync: `npm run bench:sync -- [--quick] [--only name]… [--rounds N] [--records N] [--entries N]
 * [--hub N]… [--laptop N]… [--intake N]`. A full run writes docs/performance.md.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext } from '@playwright/test';
import { bundleHub } from '../../build/lib/hub-bundle.ts';
import { projectRoot } from '../../build/lib/paths.ts';
import { openBrowser } from './browser.ts';
import type { Line } from './lines.ts';
import { machine, tableOf, writeReport } from './report.ts';
import { openSite, type Site } from './site.ts';
import { measureBootstrap } from './sync/bootstrap.ts';
import { measureCatchUp } from './sync/catch-up.ts';
import { measureDocuments } from './sync/documents.ts';
import { measureHubGrowth, measureLaptopGrowth } from './sync/growth.ts';
import { measureIntake } from './sync/intake.ts';
import { measureMemory } from './sync/memory.ts';
import type { Setting } from './sync/setting.ts';
import { measureWire } from './sync/wire.ts';

const parts: Readonly<Record<string, (setting: Setting) => Promise<readonly Line[]>>> = {
  wire: measureWire,
  documents: measureDocuments,
  intake: measureIntake,
  'catch-up': measureCatchUp,
  bootstrap: measureBootstrap,
  'growth-hub': measureHubGrowth,
  'growth-laptop': measureLaptopGrowth,
  memory: measureMemory,
};
const names = Object.keys(parts);

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    rounds: { type: 'string' },
    records: { type: 'string' },
    entries: { type: 'string' },
    hub: { type: 'string', multiple: true },
    laptop: { type: 'string', multiple: true },
    intake: { type: 'string' },
  },
});
const only = values.only ?? names;
const unknown = only.find((name) => !names.includes(name));
if (unknown !== undefined) throw new Error(`--only ${unknown}: there are ${names.join(', ')}.`);

function whole(text: string | undefined, full: number, quick: number): number {
  const value = Number(text ?? (values.quick ? quick : full));
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`${text ?? ''} is not a whole number from 1 on.`);
  return value;
}

const sizes: Setting['sizes'] = {
  rounds: whole(values.rounds, 5, 3),
  records: whole(values.records, 100_000, 2000),
  entries: whole(values.entries, 10_000, 1000),
  hubSizes: (values.hub ?? (values.quick ? ['1000', '10000'] : ['1000', '100000', '1000000'])).map((text) =>
    whole(text, 0, 0),
  ),
  laptopSizes: (values.laptop ?? (values.quick ? ['1000', '4000'] : ['1000', '100000'])).map((text) =>
    whole(text, 0, 0),
  ),
  intake: whole(values.intake, 20_000, 2000),
};

const folder = mkdtempSync(join(tmpdir(), 'outpost-bench-'));
const bundle = join(projectRoot, 'node_modules', '.cache', `outpost-bench-hub-${process.pid}.mjs`);
let site: Promise<Site> | undefined;
let browser: Promise<BrowserContext> | undefined;
const setting: Setting = {
  sizes,
  folder,
  bundle,
  site: () => (site ??= openSite(join(folder, 'site'), false)),
  browser: () => (browser ??= openBrowser(join(folder, 'profile'))),
};

const lines: Line[] = [];
const faults: string[] = [];
try {
  await bundleHub(bundle);
  for (const [name, measure] of Object.entries(parts)) {
    if (!only.includes(name)) continue;
    console.log(`${name} …`);
    try {
      const found = await measure(setting);
      lines.push(...found);
      console.log(`${tableOf(found).split('\n').slice(2).join('\n')}\n`);
    } catch (error) {
      // A measurement that fails takes none of the others with it.
      faults.push(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  const version = (await browser)?.browser()?.version() ?? 'unknown';
  if (only === names && !values.quick)
    writeReport('bench:sync', machine(version, `${sizes.records.toLocaleString('en')} records`), lines);
} finally {
  await (await browser)?.close();
  await (await site)?.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(bundle, { force: true });
}
if (faults.length > 0) throw new Error(`Not measured:\n${faults.join('\n')}`);
