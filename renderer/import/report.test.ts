import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { locate, problem } from '#shared/kernel/errors.ts';
import { Report } from './report.ts';

const refused = locate(problem('OUT-VAL-002', { field: 'E-mail', expected: 'an address', value: '=cmd|x' }), {
  line: 7,
  column: 'mail',
  value: '=cmd|x',
});
const told = problem('OUT-IMP-015', { line: 3, value: 'INC1' });
const many = 3000;

describe('IMP-45 the report', () => {
  let text = '';
  let data: readonly (readonly string[])[] = [];

  beforeAll(async () => {
    const report = new Report();
    report.tell(told);
    for (let count = 0; count < many; count += 1) report.refuse(refused);
    const bytes = new Uint8Array(await report.file().arrayBuffer());
    text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    data = Papa.parse<readonly string[]>(text.slice(1), { skipEmptyLines: true }).data;
  });

  it('names line, column, value and reason of every refused line, then what is only told', () => {
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(data.length).toBe(many + 2);
    const shown = [data[0], data[1], data[many], data[many + 1]];
    expect(shown.map((row) => [row?.[0], row?.[1], row?.[2], row?.[5], row?.[6]])).toEqual([
      ['Line', 'Column', 'Value', 'Code', 'Kind'],
      ['7', 'mail', "'=cmd|x", 'OUT-VAL-002', 'Refused'],
      ['7', 'mail', "'=cmd|x", 'OUT-VAL-002', 'Refused'],
      ['3', '', 'INC1', 'OUT-IMP-015', 'Note'],
    ]);
    expect(data[1]?.[3]).toBe(refused.message);
  });

  it('holds nothing that a spreadsheet would calculate', () => {
    expect(data.flat().filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
  });
});
