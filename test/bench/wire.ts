/** Bytes on the wire per entry, and the speed of packing them: `npx tsx test/bench/wire.ts`. */
import { gzipSync } from 'node:zlib';
import { decodeEntries, encodeEntries } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { packRun, unpackRun } from '#shared/sync/wire.ts';
import { makeWireCorpus } from './wire-corpus.ts';

const goals: Readonly<Record<number, number>> = { 1000: 20, 50: 40, 1: 120 };
const rounds = 7;

const { edits, histories, documents } = await makeWireCorpus(1000);
const gzipped = (value: unknown) => gzipSync(JSON.stringify(value), { level: 6 }).length;

console.log('one-field edits: bytes per entry');
for (const [size, goal] of Object.entries(goals).reverse()) {
  const count = Number(size);
  const starts = Array.from({ length: Math.floor(edits.length / count) }, (_, index) => index * count);
  const average = (measure: (start: number) => number) =>
    starts.reduce((sum, start) => sum + measure(start), 0) / starts.length / count;
  const part = (start: number) => edits.slice(start, start + count);
  const whole = average((start) => packRun(part(start)).length);
  const own = average((start) => packRun(part(start), { withoutPrev: true }).length);
  const json = average((start) => gzipped(part(start)));
  const docs = average((start) => gzipped(documents.slice(start, start + count)));
  const now = average((start) => encodeEntries(part(start)).length);
  console.log(
    `${size} edits: ${own.toFixed(1)} B (goal ${goal}; with the hash before ${whole.toFixed(1)}), ` +
      `JSON+gzip ${json.toFixed(1)} B = ${(json / own).toFixed(1)} ×, whole documents ${docs.toFixed(1)} B = ${(docs / own).toFixed(1)} ×, ` +
      `MessagePack ${now.toFixed(1)} B`,
  );
}
console.log(
  `${histories.length} entries of imports: ${(packRun(histories).length / histories.length).toFixed(1)} B, ` +
    `MessagePack ${(encodeEntries(histories).length / histories.length).toFixed(1)} B`,
);

for (const [name, entries] of [
  ['1,000 edits', edits],
  ['1 edit', edits.slice(0, 1)],
  [`${histories.length} imported`, histories],
] as const) {
  measure(name, entries);
}

/** Microseconds per entry, interleaved, median. */
function measure(name: string, entries: readonly Entry[]): void {
  const repeats = Math.max(1, Math.round(2000 / entries.length));
  const packed = packRun(entries);
  const encoded = encodeEntries(entries);
  const jobs = {
    pack: () => packRun(entries),
    'MessagePack encode': () => encodeEntries(entries),
    'unpack with hashes': () => unpackRun(packed, { prev: entries[0]?.prev ?? '' }),
    'MessagePack decode': () => decodeEntries(encoded),
  };
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [job, run] of Object.entries(jobs)) {
      const start = performance.now();
      for (let turn = 0; turn < repeats; turn += 1) run();
      const time = ((performance.now() - start) * 1000) / (repeats * entries.length);
      times.set(job, [...(times.get(job) ?? []), time]);
    }
  }
  const figures = [...times].map(([job, all]) => `${job} ${median(all).toFixed(1)}`);
  console.log(`${name}, µs per entry: ${figures.join(', ')}`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
