import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areBytesEqual } from '../../kernel/canonical.ts';
import { ByteReader, PackFault } from './byte-reader.ts';
import { ByteWriter, largestZigzag } from './byte-writer.ts';
import { deflated, inflated } from './deflate.ts';

function written(write: (writer: ByteWriter) => void): Uint8Array {
  const writer = new ByteWriter();
  write(writer);
  return writer.written();
}

const borders = [
  0,
  1,
  240,
  241,
  2287,
  2288,
  67_823,
  67_824,
  2 ** 24 - 1,
  2 ** 24,
  2 ** 31,
  2 ** 32,
  2 ** 53 - 1,
];

describe('bytes of a package', () => {
  test('SYN-101 whole numbers take one byte up to 240 and come back from any size', () => {
    for (const value of borders) {
      expect(new ByteReader(written((writer) => writer.number(value))).number()).toBe(value);
    }
    expect(borders.map((value) => written((writer) => writer.number(value)).length)).toEqual([
      1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 8,
    ]);
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        const size = Math.abs(value);
        expect(new ByteReader(written((writer) => writer.number(size))).whole()).toBe(size);
        const near = value % largestZigzag;
        expect(new ByteReader(written((writer) => writer.zigzag(near))).zigzag() + 0).toBe(near + 0);
      }),
    );
  });

  test('SYN-101 texts and fractions come back, half surrogate pairs included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.double({ noNaN: true }), (text, value) => {
        const reader = new ByteReader(
          written((writer) => {
            writer.text(text);
            writer.float(value);
            writer.text(`${text}\udfff`);
          }),
        );
        expect([reader.text(), reader.float(), reader.text()]).toEqual([text, value, `${text}\udfff`]);
        expect(reader.left).toBe(0);
      }),
    );
  });

  test('SYN-104 reading beyond the end, and texts that are no UTF-8, are faults', () => {
    expect(() => new ByteReader(Uint8Array.of(250, 1)).number()).toThrow(PackFault);
    expect(() => new ByteReader(Uint8Array.of(1)).bytes(2)).toThrow(PackFault);
    expect(() => new ByteReader(Uint8Array.of(2, 255)).text()).toThrow(PackFault);
    expect(() => new ByteReader(new Uint8Array(9).fill(255)).whole()).toThrow(PackFault);
  });

  test('SYN-105 inflating stops where there is more than was said', () => {
    const bytes = new Uint8Array(5_000_000).fill(7);
    const small = deflated(bytes) ?? bytes;
    expect(small.length).toBeLessThan(10_000);
    expect(areBytesEqual(inflated(small, bytes.length), bytes)).toBe(true);
    for (const size of [0, 1, bytes.length - 1, bytes.length + 1])
      expect(() => inflated(small, size)).toThrow();
    expect(() => inflated(small.subarray(0, 100), bytes.length)).toThrow();
  });
});
