import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyRun } from '#test/support/arbitrary-entries.ts';
import { seededBytes } from '#test/support/seeded.ts';
import { ProblemError } from '../kernel/errors.ts';
import { signDirectory } from './directory.ts';
import { newKeys } from './keys.ts';
import {
  decodeRequest,
  decodeResponse,
  decodeVector,
  encodeRequest,
  encodeResponse,
  encodeVector,
  messageLimits,
  type ExchangeRequest,
  type ExchangeResponse,
} from './message.ts';
import type { Vector } from './vector.ts';
import { toPackedRun } from './wire.ts';

const keys = newKeys(seededBytes(3));
const signature = seededBytes(4)(64);
const replica = 'q3J8x0aZk1M';
const vector: fc.Arbitrary<Vector> = fc.dictionary(
  fc.constantFrom('AAAAAAAAAAA', 'BBBBBBBBBBB', replica),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  { noNullPrototype: true },
);
const runs = fc.array(
  fc
    .tuple(anyRun, fc.boolean())
    .map(([entries, isSigned]) =>
      toPackedRun({ replica: entries[0]!.replica, entries, ...(isSigned ? { signature } : {}) }),
    ),
  { maxLength: 4 },
);
const request: fc.Arbitrary<ExchangeRequest> = fc.record({
  version: fc.constant(1 as const),
  have: vector,
  runs,
  want: fc.nat(),
  directory: fc.nat(),
  wall: fc.integer(),
});
const directory = signDirectory(keys.sign.secret, {
  workspace: 'w1',
  version: 2,
  hub: replica,
  replicas: [
    { replica, name: 'Ü', shortCode: '7K', signKey: keys.sign.public, boxKey: keys.box.public, kind: 'hub' },
    {
      replica: 'BBBBBBBBBBB',
      name: 'B',
      shortCode: '7B',
      signKey: keys.sign.public,
      boxKey: keys.box.public,
      kind: 'device',
      revokedAt: -1,
    },
  ],
});
const response: fc.Arbitrary<ExchangeResponse> = fc.record(
  {
    version: fc.constant(1 as const),
    hub: fc.constant(replica),
    epoch: fc.string(),
    have: vector,
    runs,
    more: fc.boolean(),
    refused: fc.constantFrom(
      [],
      [
        { replica, from: 3, code: 'OUT-SYN-001' as const, message: 'No.', seq: 4 },
        { replica, from: 9, code: 'OUT-SYN-006' as const, message: '' },
      ],
    ),
    directory: fc.constant(directory),
    wall: fc.integer(),
  },
  { requiredKeys: ['version', 'hub', 'epoch', 'have', 'runs', 'more', 'refused', 'wall'] },
);

function codeOf(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    return error instanceof ProblemError ? error.problem.code : String(error);
  }
}

describe('messages', () => {
  test('SYN-111 requests, answers and vectors come through unaltered', () => {
    fc.assert(
      fc.property(request, response, (asked, answered) => {
        expect(decodeRequest(encodeRequest(asked))).toEqual(asked);
        expect(decodeResponse(encodeResponse(answered))).toEqual(answered);
        expect(decodeVector(encodeVector(asked.have))).toEqual(asked.have);
      }),
    );
  });

  test('SYN-111 an entry of zero in a vector is none', () => {
    expect(decodeVector(encodeVector({ [replica]: 0 }))).toEqual({});
  });

  test('SYN-112 damaged messages are a problem or other messages, never a crash', () => {
    const damages = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 });
    fc.assert(
      fc.property(request, response, damages, fc.nat(), (asked, answered, damage, cut) => {
        for (const [bytes, decode] of [
          [encodeRequest(asked), decodeRequest],
          [encodeResponse(answered), decodeResponse],
        ] as const) {
          for (const [place, value] of damage) bytes[place % bytes.length] = value;
          for (const part of [bytes, bytes.subarray(0, cut % bytes.length)]) {
            expect(codeOf(() => decode(part))).toMatch(/^(read|OUT-SYN-00[234])$/);
          }
        }
      }),
    );
  });

  test('SYN-112 another kind, a newer version, too much: each is told apart', () => {
    const empty = encodeRequest({ version: 1, have: {}, runs: [], want: 0, directory: 0, wall: 0 });
    expect(codeOf(() => decodeResponse(empty))).toBe('OUT-SYN-002');
    expect(codeOf(() => decodeRequest(new Uint8Array()))).toBe('OUT-SYN-002');
    expect(codeOf(() => decodeRequest(Uint8Array.of(2, ...empty.subarray(1))))).toBe('OUT-SYN-003');
    expect(codeOf(() => decodeRequest(empty, { ...messageLimits, size: 5 }))).toBe('OUT-SYN-004');
    const two = encodeVector({ [replica]: 1, AAAAAAAAAAA: 1 });
    expect(codeOf(() => decodeVector(two, { ...messageLimits, replicas: 1 }))).toBe('OUT-SYN-004');
  });

  test('SYN-114 any flipped bit of an answer or vector is noticed', () => {
    fc.assert(
      fc.property(response, fc.nat(), fc.nat(7), (answered, place, bit) => {
        for (const [bytes, decode] of [
          [encodeResponse(answered), decodeResponse],
          [encodeVector(answered.have), decodeVector],
        ] as const) {
          const index = place % bytes.length;
          bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
          expect(codeOf(() => decode(bytes))).toMatch(/^OUT-SYN-00[23]$/);
        }
      }),
    );
  });

  test('SYN-113 what a newer version adds at the end is not looked at', () => {
    const asked = { version: 1, have: { [replica]: 3 }, runs: [], want: 7, directory: 1, wall: 5 } as const;
    expect(decodeRequest(Uint8Array.of(...encodeRequest(asked), 1, 2, 3))).toEqual(asked);
  });
});
