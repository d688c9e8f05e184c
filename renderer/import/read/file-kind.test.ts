import { describe, expect, it } from 'vitest';
import { bytesOf } from './byte-source.ts';
import { fileKind, isUtf16, largestCsv, largestSheet } from './file-kind.ts';

function kindOf(start: string | readonly number[], size?: number): unknown {
  const bytes = typeof start === 'string' ? new TextEncoder().encode(start) : new Uint8Array(start);
  const source = { ...bytesOf('tickets.csv', bytes), ...(size === undefined ? {} : { size }) };
  const kind = fileKind(source);
  return kind.ok ? kind.value : [kind.error.code, kind.error.message];
}

describe('IMP-50 what a file is, whatever it is called', () => {
  it.each([
    ['a table', 'number,state\n1,New\n'],
    ['one column', 'number\n1\n'],
    ['with a mark of UTF-8', '\uFEFFnumber;state\n'],
    ['quoted', '"number","state"\n'],
  ])('%s is CSV', (_, text) => expect(kindOf(text)).toBe('csv'));

  it('text in UTF-16 is CSV', () => {
    expect(kindOf([0xff, 0xfe, 0x61, 0, 0x2c, 0, 0x62, 0])).toBe('csv');
    expect(isUtf16(new Uint8Array([0x61, 0, 0x2c, 0, 0x62, 0, 0x0a, 0]))).toBe('utf-16le');
    expect(isUtf16(new Uint8Array([0, 0x61, 0, 0x2c, 0, 0x62, 0, 0x0a]))).toBe('utf-16be');
  });

  it('an archive may be a workbook', () => expect(kindOf('PK\u0003\u0004…')).toBe('xlsx'));

  it.each([
    ['a PDF', '%PDF-1.7', 'PDF'],
    ['a web page', '<!DOCTYPE html><html>', 'web page'],
    ['a web page that begins late', '\n\n  <html lang="en">', 'web page'],
    ['XML', '<?xml version="1.0"?><rows>', 'XML'],
    ['JSON', '[{"number": 1}]', 'JSON'],
    ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], '.xls'],
    ['gzip', [0x1f, 0x8b, 8, 0], 'gzip'],
    ['anything with bytes that no text has', [0x61, 0x2c, 0x00, 0x01, 0x02], 'bytes'],
  ])('%s is refused and named', (_, start, word) => {
    expect(kindOf(start)).toEqual(['OUT-IMP-001', expect.stringContaining(word)]);
    expect(kindOf(start)).toEqual(['OUT-IMP-001', expect.stringContaining('tickets.csv')]);
  });

  it('nothing at all is refused', () => expect(kindOf('')).toEqual(['OUT-IMP-008', expect.any(String)]));
});

describe('IMP-53 size', () => {
  it('200 MB of CSV are taken, more than the limit is refused with both sizes', () => {
    expect(kindOf('a,b\n', 200 * 2 ** 20)).toBe('csv');
    expect(kindOf('a,b\n', largestCsv + 1)).toEqual(['OUT-IMP-003', expect.stringMatching(/257 MB.*256 MB/)]);
  });
  it('a workbook beyond its limit is refused before it is unpacked', () => {
    expect(kindOf('PK\u0003\u0004', largestSheet + 1)).toEqual([
      'OUT-IMP-003',
      expect.stringContaining('48 MB'),
    ]);
  });
});
