/**
 * Prints the table of docs/decisions/003-search.md: `npx tsx test/bench/search-choice.ts [records] [node|chromium|both]`.
 * Every candidate lives in its own process or page; the rounds of queries are interleaved.
 */
import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { build } from 'esbuild';
import type { Round, Runner } from './search-runner.ts';

type Call = keyof Runner;

interface Host {
  call: <T>(name: Call, ...args: (string | number)[]) => Promise<T>;
  /** Bytes in use after a collection. */
  heap: () => Promise<number>;
  close: () => Promise<void>;
}

const CHROMIUM = '/usr/bin/chromium';
const FLAGS =
  '--disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const ROUNDS = 5;
const LOADS = 5;
const NAMES = ['mini', 'strict', 'forward', 'text'];
/** Every beginning of every word stored: past this many records it needs gigabytes. */
const FORWARD_RECORDS = 10_000;

function nodeHost(file: string): Host {
  const child = fork(file, {
    execArgv: ['--expose-gc', '--max-old-space-size=8000'],
    serialization: 'advanced',
  });
  const waiting = new Map<number, (value: unknown) => void>();
  let last = 0;
  child.on('message', (message: { id: number; value: unknown }) => {
    waiting.get(message.id)?.(message.value);
    waiting.delete(message.id);
  });
  const ask = <T>(call: Call | 'heap', args: (string | number)[]): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      last += 1;
      waiting.set(last, (value) => resolve(value as T));
      child.once('exit', (code) =>
        reject(new Error(`The process of a candidate ended with code ${String(code)}.`)),
      );
      child.send({ id: last, call, args });
    });
  child.setMaxListeners(0);
  return {
    call: (name, ...args) => ask(name, args),
    heap: () => ask<number>('heap', []),
    close: () => {
      child.removeAllListeners('exit');
      child.kill();
      return Promise.resolve();
    },
  };
}

async function pageHost(browser: Browser, file: string): Promise<Host> {
  const page = await browser.newPage();
  page.setDefaultTimeout(600_000);
  await page.addScriptTag({ path: file });
  const session = await page.context().newCDPSession(page);
  return {
    call: <T>(name: Call, ...args: (string | number)[]) =>
      page.evaluate(
        ([call, given]) =>
          (globalThis.runner[call] as (...values: (string | number)[]) => Promise<unknown>)(...given),
        [name, args] as const,
      ) as Promise<T>,
    heap: async () => {
      await session.send('HeapProfiler.collectGarbage');
      const usage: { usedSize: number; backingStorageSize?: number } =
        await session.send('Runtime.getHeapUsage');
      return usage.usedSize + (usage.backingStorageSize ?? 0);
    },
    close: () => page.close(),
  };
}

interface Figures {
  readonly host: Host;
  readonly facts: Record<string, number>;
  readonly rounds: Round[];
}

const MEGABYTE = 1e6;

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function prepare(host: Host, name: string, records: number): Promise<Figures> {
  await host.call('start', name, records);
  const empty = await host.heap();
  const facts: Record<string, number> = {};
  facts['build s'] = (await host.call<number>('build')) / 1000;
  facts['built MB'] = ((await host.heap()) - empty) / MEGABYTE;
  facts['saved MB'] = (await host.call<number>('save')) / MEGABYTE;
  await host.call('forget');
  await host.heap();
  const loads: number[] = [];
  for (let time = 0; time < LOADS; time += 1) loads.push(await host.call<number>('load'));
  facts['load ms'] = median(loads);
  await host.call('unsave');
  facts['loaded MB'] = ((await host.heap()) - empty) / MEGABYTE;
  facts['add one ms'] = await host.call<number>('addOne');
  console.log(`  ${name} ready: ${JSON.stringify(facts)}`);
  return { host, facts, rounds: [] };
}

async function run(where: string, makeHost: () => Promise<Host>, records: number): Promise<void> {
  console.log(`\n${where}, ${String(records)} records`);
  const all: Figures[] = [];
  const names = NAMES.filter((name) => name !== 'forward' || records <= FORWARD_RECORDS);
  for (const name of names) all.push(await prepare(await makeHost(), name, records));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const figures of all) figures.rounds.push(await figures.host.call<Round>('round'));
  }
  all.forEach((figures, at) => {
    console.log(`\n| ${names[at] ?? ''} | |\n|---|---|`);
    for (const [fact, value] of Object.entries(figures.facts))
      console.log(`| ${fact} | ${value.toFixed(1)} |`);
    for (const key of Object.keys(figures.rounds[0] ?? {})) {
      console.log(
        `| p95 ms · ${key} | ${median(figures.rounds.map((round) => round[key] ?? 0)).toFixed(2)} |`,
      );
    }
  });
  for (const figures of all) await figures.host.close();
}

async function main(): Promise<void> {
  const records = Number(process.argv[2] ?? 100_000);
  const where = process.argv[3] ?? 'both';
  const folder = mkdtempSync(join(tmpdir(), 'outpost-search-'));
  const file = join(folder, 'runner.js');
  await build({
    entryPoints: ['test/bench/search-runner.ts'],
    outfile: file,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  console.log(
    `${new Date().toISOString()} · ${cpus()[0]?.model ?? ''} × ${String(cpus().length)} · Node ${process.version}`,
  );
  try {
    if (where !== 'chromium') await run('Node', () => Promise.resolve(nodeHost(file)), records);
    if (where !== 'node') {
      const browser = await chromium.launch({
        ...(existsSync(CHROMIUM) ? { executablePath: CHROMIUM } : {}),
        args: ['--no-sandbox', ...FLAGS.split(' '), '--js-flags=--max-old-space-size=4000'],
      });
      await run(`Chromium ${browser.version()}`, () => pageHost(browser, file), records);
      await browser.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
