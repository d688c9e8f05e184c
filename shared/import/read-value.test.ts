import { describe, expect, it } from 'vitest';
import type { Field } from '../definition/field.ts';
import { readNumber, splitList } from './read-plain.ts';
import { valueReader } from './read-value.ts';
import { ReferenceTable } from './references.ts';
import type { ColumnRule, ReferenceRule } from './template.ts';

const file = { dates: { form: 'DD-MM-YYYY[ HH:mm]', zone: 'Europe/Berlin' }, decimal: '.' } as const;
const impact: Field = {
  kind: 'choice',
  label: 'Impact',
  choices: [
    { value: '1', label: 'High' },
    { value: '2', label: 'Low' },
  ],
};

function read(
  field: Field,
  text: string,
  rule: Partial<ColumnRule> = {},
  references = new ReferenceTable(),
): unknown {
  const reader = valueReader(field, { column: 'c', field: 'f', ...rule }, file, references);
  if (!reader.ok) return reader.error.code;
  const value = reader.value(text, '');
  return value.ok ? value.value : value.error.code;
}

describe('IMP-6 values', () => {
  it.each([
    ['1234', '.', 1234],
    ['1,234.5', '.', 1234.5],
    ['1.234,5', ',', 1234.5],
    ["1'234", '.', 1234],
    ['−5', '.', -5],
    ['1e3', '.', 1000],
    ['1,23', '.', undefined],
    ['12 apples', '.', undefined],
    ['', '.', undefined],
    ['0x10', '.', undefined],
  ] as const)('reads the number %j with decimal %j', (text, decimal, number) => {
    expect(readNumber(text, decimal)).toBe(number);
  });

  it.each([
    [{ kind: 'boolean', label: 'x' }, 'Yes', true],
    [{ kind: 'boolean', label: 'x' }, 'FALSE', false],
    [{ kind: 'boolean', label: 'x' }, 'maybe', 'OUT-VAL-002'],
    [{ kind: 'date', label: 'x' }, '29-02-2016', '2016-02-29'],
    [{ kind: 'date', label: 'x' }, '29-02-2015', 'OUT-VAL-015'],
    [{ kind: 'instant', label: 'x' }, '01-07-2016 12:00', Date.UTC(2016, 6, 1, 10)],
    [{ kind: 'instant', label: 'x' }, '01-12-2016 12:00', Date.UTC(2016, 11, 1, 11)],
    [{ kind: 'instant', label: 'x' }, '2016-07-01T12:00:00', Date.UTC(2016, 6, 1, 10)],
    [{ kind: 'instant', label: 'x' }, '12/31/2016', 'OUT-VAL-007'],
    [{ kind: 'duration', label: 'x' }, '4:30', 'PT4H30M'],
    [{ kind: 'duration', label: 'x' }, 'p1d', 'P1D'],
    [{ kind: 'tags', label: 'x' }, 'a; b;;a', ['a', 'b']],
    [{ kind: 'text', label: 'x' }, ' kept as it is ', ' kept as it is '],
    [{ kind: 'table', label: 'x', columns: {} }, '[{"day":1}]', [{ day: 1 }]],
    [{ kind: 'table', label: 'x', columns: {} }, 'Monday', 'OUT-VAL-002'],
  ] as const)('reads %j from %j', (field, text, value) => {
    expect(read(field as Field, text)).toEqual(value);
  });

  it('takes form and zone of the column before those of the file', () => {
    const rule = { form: 'MM/DD/YYYY HH:mm', zone: 'America/New_York' };
    expect(read({ kind: 'instant', label: 'x' }, '07/01/2016 12:00', rule)).toBe(Date.UTC(2016, 6, 1, 16));
    expect(read({ kind: 'instant', label: 'x' }, '1', { zone: 'Moon/Sea' })).toBe('OUT-VAL-014');
    expect(read({ kind: 'instant', label: 'x' }, '1', { form: 'soon' })).toBe('OUT-VAL-023');
  });
});

describe('IMP-7 choices', () => {
  it('are found by value or label, in any case, and by what the template says first', () => {
    expect(read(impact, '1')).toBe('1');
    expect(read(impact, 'high')).toBe('1');
    expect(read(impact, 'High', { values: { High: '2' } })).toBe('2');
    expect(read(impact, 'n/k', { values: { 'n/k': '' } })).toBeNull();
  });

  it('that nobody knows are refused, also those that every object has', () => {
    expect(read(impact, 'Enormous')).toBe('OUT-IMP-013');
    expect(read(impact, 'constructor', { values: {} })).toBe('OUT-IMP-013');
  });
});

describe('IMP-15 names of records', () => {
  const rule: ReferenceRule = { type: 'person', by: 'name', create: false };
  const one: Field = { kind: 'reference', label: 'Caller', to: ['person'] };
  const table = new ReferenceTable();
  table.set(rule, ['Ada'], ['id-ada']);
  table.set(rule, ['Bob'], ['id-bob']);
  table.set(rule, ['Kim'], ['id-kim-1', 'id-kim-2']);
  table.set(rule, ['Nobody'], []);

  it.each([
    ['Ada', 'id-ada'],
    ['Kim', 'OUT-IMP-017'],
    ['Nobody', 'OUT-VAL-005'],
  ])('%s is %s', (text, result) => expect(read(one, text, { reference: rule }, table)).toBe(result));

  it('may be several in a field that takes several', () => {
    const many: Field = { kind: 'references', label: 'Callers', to: ['person'] };
    expect(read(many, 'Ada; Bob', { reference: rule }, table)).toEqual(['id-ada', 'id-bob']);
    expect(read(many, 'Ada; Kim', { reference: rule }, table)).toBe('OUT-IMP-017');
    expect(splitList(' a ;\n b\n;')).toEqual(['a', 'b']);
  });
});
