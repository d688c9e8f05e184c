import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { neutralise } from '#renderer/record/export/neutralise.ts';
import { csvRows, guessForm, type CsvForm } from './csv-rows.ts';
import { withoutGuard } from './without-guard.ts';

const comma: CsvForm = { delimiter: ',', newline: '\n' };

function rowsOf(text: string, form: CsvForm = guessForm(text), pieceLength = text.length || 1): unknown {
  const texts = Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, index) =>
    text.slice(index * pieceLength, (index + 1) * pieceLength),
  );
  return [...csvRows(texts, form)].map(({ line, cells }) => [line, ...cells]);
}

describe('IMP-54 rows', () => {
  it('know the line they begin on, across quoted line breaks and blank lines', () => {
    const text = 'a,b\n"two\nlines",1\n\n,\nlast,2';
    expect(rowsOf(text)).toEqual([
      [1, 'a', 'b'],
      [2, 'two\nlines', '1'],
      [6, 'last', '2'],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('end with %j', (newline) => {
    const text = ['a;b', '1;"x;y"', '2;z'].join(newline) + newline;
    expect(guessForm(text)).toEqual({ delimiter: ';', newline });
    expect(rowsOf(text)).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'x;y'],
      [3, '2', 'z'],
    ]);
  });

  it('may end in both ways in one file', () => {
    expect(rowsOf('a,b\r\n1,2\n3,4\r\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
    ]);
  });

  it.each([
    ['a;b;c\n1,5;2;3\n2,5;x;y\n', ';'],
    ['a\tb\n1\t2\n', '\t'],
    ['a|b|c\nx, y|2|3\n', '|'],
    ['a,b\n"x;y;z;w",2\n', ','],
    ['single\nvalue\n', ','],
  ])('of %j are split by %j', (text, delimiter) => expect(guessForm(text).delimiter).toBe(delimiter));

  it('are the same in pieces of any length', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', "'", '=', 'é'),
      maxLength: 8,
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 7 }), (cells, length) => {
        const text = Papa.unparse(cells, { newline: '\n' });
        expect(rowsOf(text, comma, length)).toEqual(rowsOf(text, comma));
      }),
    );
  });
});

describe('IMP-55 quotation marks that do not pair', () => {
  it.each([
    ['a,b\n1,2\n"open,3\n4,5\n', 3],
    ['a,b\n"x" y,2\n', 2],
  ])('in %j are told with line %d', (text, line) => {
    expect(() => rowsOf(text, comma)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'OUT-IMP-019', what: { line } }) }),
    );
  });
});

describe('IMP-56 formulas', () => {
  it('what the export put in front is taken off again, whatever the text', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', ' ', 'a') }),
    );
    fc.assert(fc.property(text, (one) => withoutGuard(neutralise(one)) === one));
  });
  it('other apostrophes stay', () => expect(withoutGuard("'tis")).toBe("'tis"));
});
