import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../build/lib/paths.ts';
import type { Line } from './lines.ts';

const file = join(projectRoot, 'docs/performance.md');

/** The machine and the day, for what absolute values mean. */
export function machine(chromium: string, amount: string): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const day = new Date().toISOString().slice(0, 10);
  return (
    `${day} · ${amount} · ${processors[0]?.model.trim() ?? 'unknown processor'}, ` +
    `${processors.length} cores, ${memory} GB · Chromium ${chromium}`
  );
}

export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ what, goal, value, unit, isMet, detail }) => {
    const verdict = isMet === undefined ? '' : isMet ? 'met' : '**missed**';
    return `| ${what} | ${amount(value)} ${unit} | ${goal ?? '–'} | ${verdict} | ${detail} |`;
  });
  return ['| what | result | goal | | absolute |', '|---|---|---|---|---|', ...rows].join('\n');
}

function amount(value: number): string {
  return Math.abs(value) < 100 ? value.toFixed(2) : value.toFixed(0);
}

/** Puts the table between the markers of that name in docs/performance.md; what stands around it is written by hand. */
export function writeReport(name: 'bench' | 'bench:sync', heading: string, lines: readonly Line[]): void {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const text = readFileSync(file, 'utf8');
  const [from, until] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || until < from) throw new Error(`${file} has lost its markers ${begin} and ${end}.`);
  const body = `${begin}\n\n${heading}\n\n${tableOf(lines)}\n\n`;
  writeFileSync(file, text.slice(0, from) + body + text.slice(until));
}
