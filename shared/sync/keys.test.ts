import { describe, expect, test } from 'vitest';
import { seededBytes } from '#test/support/seeded.ts';
import {
  fingerprint,
  newKeys,
  signBytes,
  signHead,
  signRequest,
  verifyBytes,
  verifyHead,
  verifyRequest,
  type SignedHead,
  type SignedRequest,
} from './keys.ts';

const keys = newKeys(seededBytes(1));
const others = newKeys(seededBytes(2));
const head: SignedHead = { workspace: 'w1', replica: 'AAAAAAAAAAA', seq: 7, hash: 'h' };
const request: SignedRequest = {
  method: 'POST',
  path: '/api/v1/exchange',
  workspace: 'w1',
  replica: 'AAAAAAAAAAA',
  body: Uint8Array.of(1, 2, 3),
  at: 1_790_000_000_000,
};

describe('keys', () => {
  test('SYN-120 keys are 32 bytes, differ, and are made from the chance that is given', () => {
    for (const { secret, public: open } of [keys.sign, keys.box])
      expect([secret.length, open.length]).toEqual([32, 32]);
    expect(newKeys(seededBytes(1))).toEqual(keys);
    expect(others.sign.public).not.toEqual(keys.sign.public);
    expect(newKeys().sign.secret).not.toEqual(newKeys().sign.secret);
  });

  test('SYN-121 a head fits its signature, and no other head, key or signature does', () => {
    const signature = signHead(keys.sign.secret, head);
    expect(verifyHead(keys.sign.public, head, signature)).toBe(true);
    expect(verifyHead(others.sign.public, head, signature)).toBe(false);
    const altered: SignedHead[] = [
      { ...head, workspace: 'w2' },
      { ...head, replica: 'AAAAAAAAAAB' },
      { ...head, seq: 8 },
      { ...head, hash: 'i' },
      { ...head, workspace: 'w', replica: '1AAAAAAAAAAA' },
    ];
    for (const other of altered) expect(verifyHead(keys.sign.public, other, signature)).toBe(false);
    const flipped = signature.map((byte, place) => (place === 40 ? byte ^ 1 : byte));
    for (const bad of [flipped, signature.subarray(1), new Uint8Array(64).fill(255), new Uint8Array()]) {
      expect(verifyHead(keys.sign.public, head, bad)).toBe(false);
    }
    for (const bad of [new Uint8Array(32).fill(255), new Uint8Array(32), new Uint8Array()]) {
      expect(verifyHead(bad, head, signature)).toBe(false);
    }
  });

  test('SYN-122 a request fits its signature, and no other method, path, body, sender, workspace or instant does', () => {
    const signature = signRequest(keys.sign.secret, request);
    expect(verifyRequest(keys.sign.public, request, signature)).toBe(true);
    const altered: SignedRequest[] = [
      { ...request, method: 'GET' },
      { ...request, path: '/api/v1/live' },
      { ...request, workspace: 'w2' },
      { ...request, replica: 'AAAAAAAAAAB' },
      { ...request, body: Uint8Array.of(1, 2, 4) },
      { ...request, at: request.at + 1 },
    ];
    for (const other of altered) expect(verifyRequest(keys.sign.public, other, signature)).toBe(false);
  });

  test('SYN-123 a signature for one use does not pass for another', () => {
    const bytes = Uint8Array.of(9);
    const signature = signBytes(keys.sign.secret, 'one/1', bytes);
    expect(verifyBytes(keys.sign.public, 'one/1', bytes, signature)).toBe(true);
    expect(verifyBytes(keys.sign.public, 'two/1', bytes, signature)).toBe(false);
  });

  test('SYN-124 a fingerprint is five groups that can be read over a radio', () => {
    expect(fingerprint(keys.sign.public)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(fingerprint(keys.sign.public)).not.toBe(fingerprint(keys.box.public));
  });
});
