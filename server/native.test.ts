import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { hashCanonical } from '#shared/kernel/canonical.ts';
import { setNativeCryptography } from '#shared/kernel/native.ts';
import { newKeys, signHead, verifyHead } from '#shared/sync/keys.ts';
import { useNodeCryptography } from './native.ts';

afterEach(() => setNativeCryptography(undefined));

describe('Node’s own cryptography', () => {
  it('SYN-219 hashes every text as the library does', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(text, (value) => {
        setNativeCryptography(undefined);
        const own = hashCanonical({ value });
        useNodeCryptography();
        expect(hashCanonical({ value })).toEqual(own);
      }),
    );
    const lone = { value: '\ud800 and \udfff', long: 'ä'.repeat(40_000) };
    const native = hashCanonical(lone);
    setNativeCryptography(undefined);
    expect(hashCanonical(lone)).toEqual(native);
  });

  it('SYN-219 signs every text as the library does', () => {
    const { sign } = newKeys();
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (hash) => {
        const head = { workspace: 'w', replica: 'AAAAAAAAAAA', seq: 4, hash };
        setNativeCryptography(undefined);
        const own = signHead(sign.secret, head);
        useNodeCryptography();
        expect(signHead(sign.secret, head)).toEqual(own);
      }),
      { numRuns: 30 },
    );
  });

  it('SYN-219 takes the same signatures and no others', () => {
    useNodeCryptography();
    const { sign } = newKeys();
    const head = { workspace: 'w', replica: 'AAAAAAAAAAA', seq: 4, hash: 'x' };
    const signature = signHead(sign.secret, head);
    expect(verifyHead(sign.public, head, signature)).toBe(true);
    expect(verifyHead(sign.public, { ...head, seq: 5 }, signature)).toBe(false);
    expect(verifyHead(newKeys().sign.public, head, signature)).toBe(false);
    expect(verifyHead(new Uint8Array(32).fill(255), head, signature)).toBe(false);
    expect(verifyHead(sign.public.subarray(1), head, signature)).toBe(false);
    expect(verifyHead(sign.public, head, signature.subarray(1))).toBe(false);
  });
});
