import { expect, it } from 'vitest';
import { cellOf, fillPattern } from './source-row.ts';

const row = { line: 2, cells: ['a', ' ? ', '  ', ' b '] };
const marks = new Set(['?']);

it('IMP-5 a cell that is blank or holds a mark for nothing is empty; others keep their spaces', () => {
  expect([0, 1, 2, 3, 4, -1].map((index) => cellOf(row, index, marks))).toEqual(['a', '', '', ' b ', '', '']);
});

it.each([
  ['{category}[, {sub}]', { category: 'Printer', sub: 'Toner' }, 'Printer, Toner'],
  ['{category}[, {sub}]', { category: 'Printer', sub: '' }, 'Printer'],
  ['[{category}: ]{sub}', { category: '', sub: 'Toner' }, 'Toner'],
  ['always the same', {}, 'always the same'],
  ['{category}', { category: '{sub} [x]', sub: 'never' }, '{sub} [x]'],
])('IMP-9 %s is filled from the cells', (pattern, cells: Readonly<Record<string, string>>, filled) => {
  expect(fillPattern(pattern, (heading) => cells[heading] ?? '')).toBe(filled);
});
