import { describe, expect, test } from 'vitest';
import { rankByWords, significantWords } from './rank-suggestions.ts';

const row = (id: string) => ({ id, type: 't', cells: {}, labels: {}, markings: {} });
const ids = (hits: Parameters<typeof rankByWords>[0], most = 5) =>
  rankByWords(hits, most).map(({ id }) => id);

describe('significantWords', () => {
  test('leaves out what stands everywhere, and what was said before', () => {
    expect(significantWords('The printer is not printing, and the printer beeps')).toEqual([
      'printer',
      'printing',
      'beeps',
    ]);
  });
  test('takes the last words of a long text', () => {
    expect(significantWords('one1 two2 three3 four4 five5 six6 seven7')).toEqual([
      'two2',
      'three3',
      'four4',
      'five5',
      'six6',
      'seven7',
    ]);
  });
});

describe('rankByWords', () => {
  test('puts the row that shares more words first', () => {
    const both = row('both');
    expect(
      ids([
        { total: 2, rows: [row('a'), both] },
        { total: 2, rows: [both] },
      ]),
    ).toEqual(['both', 'a']);
  });
  test('counts a rare word for more than a common one', () => {
    expect(
      ids([
        { total: 5000, rows: [row('common')] },
        { total: 1, rows: [row('rare')] },
      ]),
    ).toEqual(['rare', 'common']);
  });
  test('shows no more than asked', () => {
    expect(ids([{ total: 3, rows: [row('a'), row('b'), row('c')] }], 2)).toEqual(['a', 'b']);
  });
});
