import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '#shared/kernel/errors.ts';
import type { Encoding } from '#shared/import/template.ts';
import { bytesOf, type ByteSource } from './byte-source.ts';
import { decode, detectEncoding } from './encoding.ts';

/** Bytes of a text in Windows-1252, for the letters used here. */
function western(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0)));
}
function utf16(text: string, isBig = false, mark = true): Uint8Array {
  const marked = mark ? `\uFEFF${text}` : text;
  const units = Array.from(marked, (letter) => letter.charCodeAt(0)).flatMap((unit) => [
    unit & 0xff,
    unit >> 8,
  ]);
  return Uint8Array.from(isBig ? units.map((_, index) => units[index ^ 1] ?? 0) : units);
}
function textIn(bytes: Uint8Array, encoding: Encoding): string {
  return [...decode(bytesOf('f.csv', bytes), encoding)].join('');
}
function faultIn(bytes: Uint8Array, encoding: Encoding): unknown {
  try {
    textIn(bytes, encoding);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
  }
  return undefined;
}

describe('IMP-51 encodings', () => {
  const text = 'Nom;Été\nZoë;für 5€\n';
  it.each([
    ['utf-8', new TextEncoder().encode(text)],
    ['utf-8', new TextEncoder().encode(`\uFEFF${text}`)],
    ['utf-16le', utf16(text)],
    ['utf-16be', utf16(text, true)],
    ['utf-16le', utf16('number;name\nplain;text\n', false, false)],
    ['windows-1252', western(text)],
    ['utf-8', new TextEncoder().encode('plain ascii\n')],
  ] as const)('%s is found out', (encoding, bytes) => {
    expect(detectEncoding(bytesOf('f.csv', bytes))).toBe(encoding);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
    '%s gives the text back, in pieces of any size',
    (encoding) => {
      const bytes =
        encoding === 'utf-8' ? new TextEncoder().encode(text) : utf16(text, encoding === 'utf-16be');
      expect(textIn(bytes, encoding)).toBe(text);
    },
  );

  it('characters that lie across two pieces of the file are whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), (shift) => {
        const long = `${'x'.repeat(2 ** 20 - shift)}é€😀é€😀end`;
        expect(textIn(new TextEncoder().encode(long), 'utf-8')).toBe(long);
      }),
      { numRuns: 7 },
    );
  });
});

describe('IMP-52 a wrong encoding', () => {
  it('is told with the line, the first that does not fit', () => {
    const bytes = western('number;name\n1;Ann\n2;Zoë\n3;René\n');
    expect(faultIn(bytes, 'utf-8')).toMatchObject({ code: 'OUT-IMP-002', what: { line: 3 } });
  });

  it('is told in Windows-1252 too, by letters that it does not have', () => {
    expect(faultIn(Uint8Array.from([0x61, 0x0a, 0x81]), 'windows-1252')).toMatchObject({
      code: 'OUT-IMP-002',
      what: { line: 2 },
    });
  });

  it('damaged UTF-8 is not taken for another encoding', () => {
    const good = new TextEncoder().encode('Zoë\nRené\nÅsa\nJürgen\nÉmile\n');
    const bytes = new Uint8Array([...good, 0xe9, 0x0a]);
    const source: ByteSource = bytesOf('f.csv', bytes);
    expect(detectEncoding(source)).toBe('utf-8');
    expect(faultIn(bytes, 'utf-8')).toMatchObject({ code: 'OUT-IMP-002', what: { line: 6 } });
  });
});
