import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase32Of128, encodeBase32Of128 } from './base32.ts';

describe('base32 of 16 bytes', () => {
  it('reads what was written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const target = new Uint8Array(16);
        expect(decodeBase32Of128(encodeBase32Of128(bytes), target)).toBe(true);
        expect(target).toEqual(bytes);
      }),
    );
  });

  it('reads nothing else', () => {
    const target = new Uint8Array(16);
    const texts = [
      '',
      '0'.repeat(25),
      '0'.repeat(27),
      `8${'0'.repeat(25)}`,
      `${'0'.repeat(25)}u`,
      `${'0'.repeat(25)}A`,
      `${'0'.repeat(25)}é`,
    ];
    expect(texts.filter((text) => decodeBase32Of128(text, target))).toEqual([]);
  });
});
