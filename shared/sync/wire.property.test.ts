import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyRun } from '#test/support/arbitrary-entries.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { ProblemError } from '../kernel/errors.ts';
import { hashEntry } from '../changelog/hash-entry.ts';
import { openRun, packRun, unpackRun } from './wire.ts';

const numRuns = 400;
const codes = ['OUT-SYN-001', 'OUT-SYN-003', 'OUT-SYN-004', 'OUT-SYN-005', 'OUT-SYN-009'];

describe('wire, any entries', () => {
  test('SYN-101 entries of any version come back with the same hashes, whatever stands in them', () => {
    fc.assert(
      fc.property(anyRun, fc.boolean(), (entries, withoutPrev) => {
        const prev = entries[0]?.prev ?? '';
        const { entries: back, head } = openRun(packRun(entries, { withoutPrev }), { prev });
        expect(back.map(canonicalJson)).toEqual(entries.map(canonicalJson));
        expect(back).toEqual(entries);
        expect(back.map(hashEntry)).toEqual(entries.map(hashEntry));
        expect(head).toEqual({ seq: entries.at(-1)?.seq, hash: hashEntry(entries.at(-1)!) });
      }),
      { numRuns },
    );
  });

  test('SYN-104 damaged bytes are a problem or other entries, never a crash', () => {
    const damages = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyRun, damages, fc.nat(), fc.boolean(), (entries, damage, cut, isCut) => {
        const bytes = packRun(entries);
        for (const [place, value] of damage) bytes[place % bytes.length] = value;
        mustStandOrFall(isCut ? bytes.subarray(0, cut % bytes.length) : bytes);
      }),
      { numRuns },
    );
  });

  test('SYN-104 bytes from nowhere are a problem', () => {
    const head = fc.tuple(fc.integer({ min: 0, max: 31 }), fc.uint8Array({ maxLength: 200 }));
    fc.assert(
      fc.property(head, ([flags, rest]) => {
        mustStandOrFall(Uint8Array.of(16, flags, ...new Uint8Array(8), 1, 3, ...rest));
        mustStandOrFall(rest);
      }),
      { numRuns: 3000 },
    );
  });
});

function mustStandOrFall(bytes: Uint8Array): void {
  try {
    const entries = unpackRun(bytes, { limits: { entries: 1000, size: 1_000_000 } });
    for (const entry of entries) expect(hashEntry(entry)).toHaveLength(43);
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemError);
    if (error instanceof ProblemError) expect(codes).toContain(error.problem.code);
  }
}
