import { describe, expect, test } from 'vitest';
import { chainEntries, noHead, type Draft } from '../changelog/chain.ts';
import type { Entry } from '../changelog/entry.ts';
import { hashEntry } from '../changelog/hash-entry.ts';
import { knownNames } from '../changelog/pack/known-names.ts';
import { canonicalJson, hashBytes, toBase64Url } from '../kernel/canonical.ts';
import { ProblemError } from '../kernel/errors.ts';
import { deterministicRecordId } from '../kernel/ids.ts';
import { encodeUtf8 } from '../kernel/platform.ts';
import { decodeRequest, encodeRequest } from './message.ts';
import { completeRun, openRun, packedRunOf, packRun, packWithin, toPackedRun, unpackRun } from './wire.ts';

const replica = 'q3J8x0aZk1M';
const records = [0, 1, 2].map((place) => deterministicRecordId(['wire', String(place)]));

function drafts(count: number): readonly Draft[] {
  return Array.from({ length: count }, (_, place): Draft => ({
    stamp: { wall: 1_790_000_000_000 + place * 60_000, counter: 2 + place },
    actor: records[2] ?? '',
    type: 'incident',
    record: records[place % 2] ?? '',
    body: {
      kind: 'set',
      fields: { impact: { value: String(place % 3), base: [`AAAAAAAAAAA:${place + 1}`] } },
    },
  }));
}

const entries = chainEntries(replica, noHead, drafts(40)).entries;
const tail = entries.slice(20);
const start = tail[0]?.prev ?? '';

function codeOf(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    return error instanceof ProblemError ? error.problem.code : String(error);
  }
}

describe('wire', () => {
  test.each([1, 3, 4, 40])(
    'SYN-101 %i entries come back, with the head that their author signed',
    (count) => {
      const some = entries.slice(0, count);
      const { entries: back, head } = openRun(packRun(some));
      expect(back).toEqual(some);
      expect(head).toEqual({ seq: count, hash: hashEntry(some.at(-1)!) });
    },
  );

  test('SYN-102 hashes do not travel: the one before the first does, or only enough of it to notice a fork', () => {
    const whole = packRun(tail);
    const short = packRun(tail, { withoutPrev: true });
    expect(whole.length - short.length).toBe(24);
    expect(unpackRun(whole)).toEqual(tail);
    expect(unpackRun(whole, { prev: start })).toEqual(tail);
    expect(unpackRun(short, { prev: start })).toEqual(tail);
    expect(codeOf(() => unpackRun(short))).toBe('OUT-SYN-005');
    const fork = toBase64Url(hashBytes(Uint8Array.of(1)));
    for (const bytes of [whole, short])
      expect(codeOf(() => unpackRun(bytes, { prev: fork }))).toBe('OUT-SYN-009');
  });

  test('SYN-102 who holds the entry before completes a run for those who do not', () => {
    const short = toPackedRun({ replica, entries: tail }, { withoutPrev: true });
    expect(completeRun(short, start)).toEqual(toPackedRun({ replica, entries: tail }));
    expect(completeRun(completeRun(short, start), start)).toEqual(completeRun(short, start));
    const fork = toBase64Url(hashBytes(Uint8Array.of(1)));
    expect(codeOf(() => completeRun(short, fork))).toBe('OUT-SYN-009');
    const first = toPackedRun({ replica, entries: entries.slice(0, 9) });
    expect(completeRun(first, '')).toEqual(first);
  });

  test('SYN-103 a run says whose it is and which entries it holds, without being unpacked', () => {
    const packed = toPackedRun({ replica, entries: tail, signature: new Uint8Array(64) });
    expect(packed).toMatchObject({ replica, from: 21, to: 40 });
    expect(packedRunOf(packed.bytes, packed.signature)).toEqual(packed);
    const odd = chainEntries('no packed replica', noHead, drafts(2)).entries;
    expect(packedRunOf(packRun(odd))).toMatchObject({ replica: 'no packed replica', from: 1, to: 2 });
  });

  test('SYN-103 a run of a newer format says so too, and travels in messages', () => {
    const run = toPackedRun({ replica, entries: tail });
    const newer = packedRunOf(Uint8Array.of(17, 128, ...run.bytes.subarray(2)));
    expect(newer).toMatchObject({ replica, from: 21, to: 40 });
    const request = { version: 1, have: {}, runs: [newer, run], want: 0, directory: 0, wall: 0 } as const;
    expect(decodeRequest(encodeRequest(request))).toEqual(request);
    expect(codeOf(() => unpackRun(newer.bytes))).toBe('OUT-SYN-003');
  });

  test('SYN-104 each flipped bit and each cut is noticed: a problem, or a head that nobody signed', () => {
    for (const [some, options] of [
      [tail, {}],
      [entries.slice(0, 2), {}],
    ] as const) {
      const bytes = packRun(some, options);
      const signed = openRun(bytes).head;
      for (let place = 0; place < bytes.length; place += 1) {
        for (let bit = 0; bit < 8; bit += 1) {
          const damaged = bytes.slice();
          damaged[place] = (damaged[place] ?? 0) ^ (1 << bit);
          expect(isNoticed(damaged, some, signed.hash), `byte ${place} bit ${bit}`).toBe(true);
        }
        expect(codeOf(() => unpackRun(bytes.subarray(0, place)))).toMatch(/^OUT-SYN-00[1345]$/);
      }
    }
  });

  test('SYN-105 a package that is larger than it looks is refused before it takes memory', () => {
    expect(codeOf(() => unpackRun(packRun(entries), { limits: { entries: 39, size: 1e6 } }))).toBe(
      'OUT-SYN-004',
    );
    const flat = {
      ...entries[0]!,
      body: { kind: 'create', number: 'N', version: 0, fields: { title: ' '.repeat(3e6) } },
    } as Entry;
    const bomb = packRun([flat]);
    expect(bomb.length).toBeLessThan(5000);
    expect(codeOf(() => unpackRun(bomb, { limits: { entries: 9, size: 1e6 } }))).toBe('OUT-SYN-004');
    // One text, named by very many entries.
    const named = chainEntries(
      replica,
      noHead,
      drafts(2000).map((draft) => ({ ...draft, actor: 'x'.repeat(8000) })),
    ).entries;
    const small = packRun(named);
    expect(small.length).toBeLessThan(60_000);
    expect(codeOf(() => unpackRun(small, { limits: { entries: 2000, size: 4e6 } }))).toBe('OUT-SYN-004');
    // Shapes in shapes, each twice in the next: 8192 objects in a few bytes.
    let nested: unknown = { end: 1 };
    for (let level = 0; level < 12; level += 1) nested = { left: nested, right: nested };
    const tree = { ...entries[0]!, body: { kind: 'tree', nested } } as unknown as Entry;
    const folded = packRun([tree]);
    expect(folded.length).toBeLessThan(1000);
    expect(unpackRun(folded)).toEqual([tree]);
    expect(codeOf(() => unpackRun(folded, { limits: { entries: 9, size: 1e5 } }))).toBe('OUT-SYN-004');
  });

  test('SYN-106 a package of a newer version is told from a damaged one', () => {
    const bytes = packRun(entries);
    expect(codeOf(() => unpackRun(Uint8Array.of(17, ...bytes.subarray(1))))).toBe('OUT-SYN-003');
    expect(codeOf(() => unpackRun(Uint8Array.of(0, ...bytes.subarray(1))))).toBe('OUT-SYN-001');
  });

  test('SYN-107 what is no part of a log is not packed', () => {
    const [first, second, third] = entries;
    const bad: (readonly Entry[])[] = [
      [],
      [first!, third!],
      [first!, { ...second!, replica: 'AAAAAAAAAAA' }],
      [{ ...first!, body: { kind: 'odd', value: Number.NaN } as never }],
      [{ ...first!, stamp: { wall: 0.5, counter: 1 } }],
      [{ ...second!, prev: 'no hash' }],
    ];
    for (const run of bad) expect(() => packRun(run)).toThrow();
  });

  test('SYN-108 few entries take few bytes: names and guessed bases are not spelled', () => {
    expect(packRun(tail, { withoutPrev: true }).length / tail.length).toBeLessThan(13);
    expect(packRun(entries.slice(30, 31), { withoutPrev: true }).length).toBeLessThan(115);
  });

  test('SYN-108 a run is cut to the bytes that a link allows, and brings one entry at least', () => {
    const whole = packRun(entries).length;
    expect(packWithin(entries, whole)).toEqual({ bytes: packRun(entries), count: 40 });
    const { bytes, count } = packWithin(entries, 300);
    expect(bytes.length).toBeLessThanOrEqual(300);
    expect(count).toBeGreaterThan(10);
    expect(unpackRun(bytes)).toEqual(entries.slice(0, count));
    expect(packWithin(entries, 1).count).toBe(1);
  });

  test('SYN-109 the built-in names are part of the format: they do not change without a new version', () => {
    expect(new Set(knownNames).size).toBe(knownNames.length);
    expect([knownNames.length, toBase64Url(hashBytes(encodeUtf8(knownNames.join(' '))))])
      .toMatchInlineSnapshot(`
      [
        320,
        "wRN9a218YRJSUK4uQj10z3jEteZwa02PD76DhChbFlg",
      ]
    `);
  });
});

function isNoticed(bytes: Uint8Array, before: readonly Entry[], hash: string): boolean {
  try {
    const { entries: back, head } = openRun(bytes);
    return head.hash !== hash || canonicalJson(back) === canonicalJson(before);
  } catch (error) {
    return error instanceof ProblemError;
  }
}
