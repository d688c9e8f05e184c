import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFileHeader, decodeFrame, encodeFileHeader, encodeFrame, frameHeaderLength } from './frame.ts';

const anyRow = fc.record({
  replica: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
  seq: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  bytes: fc.uint8Array({ maxLength: 300 }),
});

test('a row comes back as it was written', () => {
  fc.assert(
    fc.property(anyRow, (row) => {
      const frame = encodeFrame(row);
      expect(decodeFrame(frame, 0)).toEqual({ kind: 'row', row, length: frame.length });
    }),
  );
});

test('no flipped bit goes unseen', () => {
  fc.assert(
    fc.property(anyRow, fc.nat(), fc.nat(7), (row, place, bit) => {
      const frame = encodeFrame(row);
      const at = place % frame.length;
      frame.writeUInt8(frame.readUInt8(at) ^ (1 << bit), at);
      expect(decodeFrame(frame, 0).kind).not.toBe('row');
    }),
    { numRuns: 1_000 },
  );
});

test('a frame cut short is incomplete as long as its header is there', () => {
  const frame = encodeFrame({ replica: 'a', seq: 1, bytes: new Uint8Array(10) });
  expect(decodeFrame(frame.subarray(0, frame.length - 1), 0)).toEqual({
    kind: 'incomplete',
    length: frame.length,
  });
  expect(decodeFrame(frame.subarray(0, frameHeaderLength - 1), 0)).toEqual({ kind: 'bad-header' });
});

test('a row too long for a frame is refused when it is written', () => {
  const bytes = new Uint8Array(64 * 1024 * 1024);
  expect(() => encodeFrame({ replica: 'a', seq: 1, bytes })).toThrow(/more than a journal row holds/);
});

test('the file header tells damage from a newer version', () => {
  expect(checkFileHeader(encodeFileHeader())).toBe('ok');
  const damaged = encodeFileHeader();
  damaged.writeUInt8(9, 8);
  expect(checkFileHeader(damaged)).toBe('damaged');
  // Version 2 with its own checksum.
  expect(checkFileHeader(Buffer.from('4f5554504f53544a020000002519b33f', 'hex'))).toBe('newer');
  expect(checkFileHeader(Buffer.alloc(3))).toBe('damaged');
});
