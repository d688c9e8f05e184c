/**
 * Measures Outpost side by side with raw IndexedDB, RxDB and PouchDB in a real browser:
 * `npm run bench -- [--quick | --records N | --huge] [--only name] [--profile folder] [--no-app]`.
 * A full run writes docs/performance.md. `--profile` keeps the filled databases for the next run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext } from '@playwright/test';
import { inPage, openBrowser } from './browser.ts';
import { lineOf, type Line } from './lines.ts';
import { machine, tableOf, writeReport } from './report.ts';
import { openSite, type Site } from './site.ts';
import { measureStart } from './start.ts';

const inPages = ['edit', 'lists', 'figures', 'timeline', 'search', 'sealing', 'assessment'] as const;
const names = ['import', ...inPages, 'memory', 'start'] as const;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    huge: { type: 'boolean', default: false },
    records: { type: 'string' },
    only: { type: 'string', multiple: true },
    profile: { type: 'string' },
    app: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const records = Number(values.records ?? (values.quick ? 10_000 : values.huge ? 1_000_000 : 100_000));
if (!Number.isInteger(records) || records < 2000)
  throw new Error('--records takes a whole number from 2000 on.');
const only: readonly string[] = values.only ?? names;
const unknown = only.find((name) => !(names as readonly string[]).includes(name));
if (unknown !== undefined) throw new Error(`--only ${unknown}: there are ${names.join(', ')}.`);

async function measureMemory(context: BrowserContext, site: Site): Promise<readonly Line[]> {
  const { empty, open, worked } = await inPage(context, site, 'memory', records);
  const mini = await inPage(context, site, 'miniSearch', records);
  const detail = `${open.toFixed(0)} MB when opened, ${empty.toFixed(0)} MB without data`;
  return [
    lineOf(
      { what: 'memory of page and workers after scripted work', value: worked, unit: 'MB', detail },
      { most: 250 },
    ),
    lineOf(
      {
        what: 'the same against before the work',
        value: worked / open,
        unit: '×',
        detail: '300 turns of edit, list, search, timeline',
      },
      { most: 1.1 },
    ),
    lineOf({
      what: 'all of it against MiniSearch’s index alone',
      value: (worked - empty) / mini,
      unit: '×',
      detail: `MiniSearch ${mini.toFixed(0)} MB`,
    }),
  ];
}

function show(lines: readonly Line[]): readonly Line[] {
  console.log(`${tableOf(lines).split('\n').slice(2).join('\n')}\n`);
  return lines;
}

async function run(site: Site, profile: string): Promise<void> {
  const lines: Line[] = [];
  const faults: string[] = [];
  /** A measurement that fails takes none of the others with it. */
  const take = async (name: (typeof names)[number], measure: () => Promise<readonly Line[]>) => {
    if (!only.includes(name)) return;
    try {
      lines.push(...show(await measure()));
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const context = await openBrowser(profile);
  const version = context.browser()?.version() ?? 'unknown';
  const heading = machine(version, `${records.toLocaleString('en')} records`);
  console.log(`${heading}\n`);
  // The workbook is measured over an assessment of its own.
  const isApart = only.every((name) => name === 'assessment');
  const held = isApart ? records : await inPage(context, site, 'held', records);
  if (held === 0) {
    console.log('Filling all databases …');
    lines.push(...show(await inPage(context, site, 'import', records)));
  } else if (held < records - 10) throw new Error(`The profile holds ${held} records, not ${records}.`);
  for (const name of inPages) await take(name, () => inPage(context, site, name, records));
  await take('memory', () => measureMemory(context, site));
  await take('start', async () => {
    await inPage(context, site, 'saved', records);
    // Starts are cold: each has a browser of its own over the same profile.
    await context.close();
    return measureStart(site, profile);
  });
  await context.close();
  if (only === names && !values.quick && held === 0) writeReport('bench', heading, lines);
  if (faults.length > 0) throw new Error(`Not measured:\n${faults.join('\n')}`);
}

const folder = mkdtempSync(join(tmpdir(), 'outpost-bench-'));
const site = await openSite(join(folder, 'site'), values.app);
try {
  await run(site, values.profile ?? join(folder, 'profile'));
} finally {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}
