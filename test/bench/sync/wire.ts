/** Bytes on the wire per entry, and the speed of packing, signing and sealing: `npx tsx test/bench/wire.ts`. */
import { gzipSync } from 'node:zlib';
import { decodeEntries, encodeEntries } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { hashEntry } from '#shared/changelog/hash-entry.ts';
import { makeBundle, openPart, type BundlePart } from '#shared/sync/bundle.ts';
import { signDirectory } from '#shared/sync/directory.ts';
import { newKeys, signHead, verifyHead } from '#shared/sync/keys.ts';
import { encodeRequest } from '#shared/sync/message.ts';
import { packRun, toPackedRun, unpackRun } from '#shared/sync/wire.ts';
import { makeWireCorpus } from './wire-corpus.ts';

const batches = [
  { count: 1000, goal: 20 },
  { count: 50, goal: 40 },
  { count: 1, goal: 120 },
] as const;
const rounds = 7;

const { edits, histories, documents } = await makeWireCorpus(1000);
const replica = edits[0]?.replica ?? '';
const keys = newKeys();

console.log('One-field edits of incidents, bytes per entry');
for (const { count, goal } of batches) showSize(count, goal);
console.log(
  `${histories.length} entries of imported histories: ${perEntry(packRun(histories), histories)} B, as log segments ` +
    `${perEntry(encodeEntries(histories), histories)} B`,
);
const [edit] = edits;
if (edit) {
  const run = toPackedRun({ replica, entries: [edit], signature: new Uint8Array(64) }, { withoutPrev: true });
  const have = { [replica]: 1, q3J8x0aZk1M: 900 };
  const asked = encodeRequest({
    version: 1,
    have,
    runs: [run],
    want: 100_000,
    directory: 1,
    wall: Date.now(),
  });
  console.log(`a whole request with one signed edit, two replicas known: ${asked.length} B`);
}

showSpeed('1,000 edits', edits);
showSpeed('1 edit', edits.slice(0, 1));
showSpeed(`${histories.length} imported`, histories);
showKeys();
await showBundle();

function showSize(count: number, goal: number): void {
  const starts = Array.from({ length: Math.floor(edits.length / count) }, (_, index) => index * count);
  const average = (size: (start: number) => number) =>
    starts.reduce((sum, start) => sum + size(start), 0) / starts.length / count;
  const part = (start: number) => edits.slice(start, start + count);
  const packed = average((start) => packRun(part(start), { withoutPrev: true }).length);
  const whole = average((start) => packRun(part(start)).length);
  const json = average((start) => gzipped(part(start)));
  const docs = average((start) => gzipped(documents.slice(start, start + count)));
  const segment = average((start) => encodeEntries(part(start)).length);
  console.log(
    `batch of ${count}: ${packed.toFixed(1)} (goal ${goal}${packed <= goal ? '' : ', missed'}), with the hash before ${whole.toFixed(1)}; ` +
      `JSON+gzip ${json.toFixed(1)} = ${(json / packed).toFixed(1)} ×, whole documents ${docs.toFixed(1)} = ${(docs / packed).toFixed(1)} ×, ` +
      `log segment ${segment.toFixed(1)}`,
  );
}

function gzipped(value: unknown): number {
  return gzipSync(JSON.stringify(value), { level: 6 }).length;
}

function perEntry(bytes: Uint8Array, entries: readonly Entry[]): string {
  return (bytes.length / entries.length).toFixed(1);
}

/** Microseconds per entry, interleaved, median. */
function showSpeed(name: string, entries: readonly Entry[]): void {
  const repeats = Math.max(1, Math.round(4000 / entries.length));
  const packed = packRun(entries);
  const segment = encodeEntries(entries);
  const jobs = {
    pack: () => packRun(entries),
    'write a segment': () => encodeEntries(entries),
    'unpack with hashes': () => unpackRun(packed, { prev: entries[0]?.prev ?? '' }),
    'hashes alone': () => entries.map(hashEntry),
    'read a segment': () => decodeEntries(segment),
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

function showKeys(): void {
  const head = { workspace: 'w', replica, seq: 1, hash: 'h' };
  const signature = signHead(keys.sign.secret, head);
  const sign = timed(() => signHead(keys.sign.secret, head));
  const verify = timed(() => verifyHead(keys.sign.public, head, signature));
  console.log(`sign a head ${sign.toFixed(2)} ms, verify one ${verify.toFixed(2)} ms`);
}

async function showBundle(): Promise<void> {
  const random = crypto.getRandomValues(new Uint8Array(65_536));
  const run = toPackedRun({ replica, entries: edits });
  const runs = Array.from({ length: 160 }, () => ({ ...run, bytes: Uint8Array.of(...run.bytes, ...random) }));
  const directory = signDirectory(keys.sign.secret, {
    workspace: 'w',
    version: 1,
    hub: replica,
    replicas: [
      {
        replica,
        name: 'A',
        shortCode: '7A',
        signKey: keys.sign.public,
        boxKey: keys.box.public,
        kind: 'hub',
      },
    ],
  });
  const order = {
    sender: replica,
    signSecret: keys.sign.secret,
    receiverKey: keys.box.public,
    workspace: 'w',
    wall: 0,
    have: {},
    receipts: [],
    directory,
    runs,
  };
  const parts: BundlePart[] = [];
  const start = performance.now();
  for await (const part of makeBundle(order, { size: 4_000_000 })) parts.push(part);
  const made = performance.now();
  const trust = { workspace: 'w', box: keys.box, directory, hubKey: undefined };
  for (const { bytes } of parts) openPart(bytes, trust);
  const opened = performance.now();
  const megabytes = parts.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  const rate = (time: number) => ((megabytes * 1000) / time).toFixed(0);
  console.log(
    `bundle of ${megabytes.toFixed(0)} MB: made at ${rate(made - start)} MB/s, opened at ${rate(opened - made)} MB/s`,
  );
}

function timed(run: () => unknown): number {
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return median(times);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
