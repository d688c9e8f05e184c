import { gzipSync } from 'node:zlib';
import { decodeEntries, encodeEntries } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { hashEntry } from '#shared/changelog/hash-entry.ts';
import { newKeys, signHead, verifyHead } from '#shared/sync/keys.ts';
import { encodeRequest } from '#shared/sync/message.ts';
import { packRun, toPackedRun, unpackRun } from '#shared/sync/wire.ts';
import { lineOf, median, type Line } from '../lines.ts';
import type { Setting } from './setting.ts';
import { makeWireCorpus, type WireCorpus } from './wire-corpus.ts';

const batches = [
  { count: 1000, goal: 20 },
  { count: 50, goal: 40 },
  { count: 5, goal: undefined },
  { count: 1, goal: 120 },
] as const;

/** Bytes of an entry on the wire, and what packing, hashing and signing cost. */
export async function measureWire({ sizes }: Setting): Promise<readonly Line[]> {
  const corpus = await makeWireCorpus(1000);
  return [
    ...batches.flatMap(({ count, goal }) => sizeLines(corpus, count, goal)),
    requestLine(corpus.edits),
    ...speedLines(corpus.edits, sizes.rounds),
    keysLine(corpus.edits),
  ];
}

function sizeLines(
  { edits, documents }: WireCorpus,
  count: number,
  goal: number | undefined,
): readonly Line[] {
  const starts = Array.from({ length: Math.floor(edits.length / count) }, (_, index) => index * count);
  const average = (size: (start: number) => number) =>
    starts.reduce((sum, start) => sum + size(start), 0) / starts.length / count;
  const part = (start: number) => edits.slice(start, start + count);
  const whole = (start: number) =>
    documents.slice(start, start + count).map((one) => ({ ...one, _rev: `2-${'0'.repeat(32)}` }));
  const packed = average((start) => packRun(part(start), { withoutPrev: true }).length);
  const withPrev = average((start) => packRun(part(start)).length);
  const json = average((start) => gzipped(part(start)));
  const docs = average((start) => gzipped(whole(start)));
  const against = (what: string, other: number, least: number) =>
    lineOf(
      {
        what: `… fewer than ${what}, gzip`,
        value: other / packed,
        unit: '×',
        detail: `${other.toFixed(1)} B against ${packed.toFixed(1)} B`,
      },
      { least },
    );
  return [
    lineOf(
      {
        what: `bytes per edit on the wire, batch of ${count}`,
        value: packed,
        unit: 'B',
        detail: `${withPrev.toFixed(1)} B with the hash before it`,
      },
      goal === undefined ? undefined : { most: goal },
    ),
    against('a whole document for each edit', docs, 5),
    against('the same entries as JSON', json, 2.5),
  ];
}

function gzipped(value: unknown): number {
  return gzipSync(JSON.stringify(value), { level: 6 }).length;
}

function requestLine([edit]: readonly Entry[]): Line {
  if (!edit) throw new Error('There is no edit.');
  const run = toPackedRun(
    { replica: edit.replica, entries: [edit], signature: new Uint8Array(64) },
    { withoutPrev: true },
  );
  const have = { [edit.replica]: 1, q3J8x0aZk1M: 900 };
  const request = { version: 1, have, runs: [run], want: 100_000, directory: 1, wall: Date.now() } as const;
  return lineOf({
    what: 'a whole request with one signed edit',
    value: encodeRequest(request).length,
    unit: 'B',
    detail: 'two replicas known, without HTTP headers',
  });
}

/** Microseconds per entry, the works in turns. */
function speedLines(entries: readonly Entry[], rounds: number): readonly Line[] {
  const packed = packRun(entries);
  const segment = encodeEntries(entries);
  const works = {
    pack: () => packRun(entries),
    'unpack with hashes': () => unpackRun(packed, { prev: entries[0]?.prev ?? '' }),
    'hashes alone': () => entries.map(hashEntry),
    'write a segment': () => encodeEntries(entries),
    'read a segment': () => decodeEntries(segment),
  };
  const times = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]));
  for (let round = -2; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const time = timed(work);
      if (round >= 0) times.get(name)?.push((time * 1000) / entries.length);
    }
  }
  const all = [...times].map(([name, values]) => `${name} ${median(values).toFixed(1)}`);
  return [
    lineOf({
      what: 'unpack an entry, with its hash',
      value: median(times.get('unpack with hashes') ?? []),
      unit: 'µs',
      detail: `batch of ${entries.length}, under Node; ${all.join(', ')}`,
    }),
  ];
}

function keysLine([edit]: readonly Entry[]): Line {
  const keys = newKeys();
  const head = { workspace: 'w', replica: edit?.replica ?? '', seq: 1, hash: 'h' };
  const signature = signHead(keys.sign.secret, head);
  const often = (work: () => unknown) => median(Array.from({ length: 30 }, () => timed(work)));
  return lineOf({
    what: 'sign a head',
    value: often(() => signHead(keys.sign.secret, head)),
    unit: 'ms',
    detail: `verify one ${often(() => verifyHead(keys.sign.public, head, signature)).toFixed(2)} ms, in plain JavaScript`,
  });
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
