import { describe, expect, test } from 'vitest';
import { ticket } from '#test/support/sample-catalogue.ts';
import { viewOf } from '#test/support/views.ts';
import { columnNames } from '../definition/column-names.ts';
import { emptyConfig } from '../definition/config.ts';
import type { RecordType } from '../definition/record-type.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { columnOf, columnsOf } from './columns.ts';
import { columnValues } from './column-values.ts';

const type: RecordType = {
  ...ticket,
  derived: {
    priority: {
      label: 'Priority',
      kind: 'choice',
      choices: [{ value: '1', label: 'One' }],
      compute: () => '1',
    },
    age: { label: 'Age', kind: 'integer', compute: () => null },
  },
  clocks: [
    { name: 'answer', label: 'Answer', measure: 'response', pausesIn: () => false, stopsIn: () => false },
  ],
};

describe('columns', () => {
  test.each([type, ...catalogue.types].map((one) => [one.name, one] as const))(
    'COL-1 %s has a column for what the checker takes for one, each once',
    (_name, one) => {
      const names = columnsOf(one).map(({ name }) => name);
      expect(names).toEqual(columnNames(one));
      expect(new Set(names).size).toBe(names.length);
    },
  );

  test('COL-1 long texts and tables are no columns', () => {
    expect(columnOf(type, 'details')).toBeUndefined();
    expect(columnOf(type, 'lines')).toBeUndefined();
    expect(columnOf(type, 'answerDue')).toMatchObject({ kind: 'instant', origin: 'derived' });
  });

  test('COL-2 a record has a value or null in every column', () => {
    const fields = {
      title: 'It',
      urgent: false,
      effort: 0,
      tags: [],
      due: '',
      details: 'long',
      lines: [{ what: 'x' }],
    };
    const record = viewOf('ticket', fields, { state: 'working', createdAt: 7 });
    const cells = columnValues(type, record, emptyConfig, 9);
    expect(Object.keys(cells)).toEqual(columnNames(type));
    expect(cells).toMatchObject({
      number: 'X-7K-00001',
      state: 'working',
      stateClass: 'open',
      createdAt: 7,
      title: 'It',
      urgent: false,
      effort: 0,
      tags: null,
      due: null,
      parent: null,
      priority: '1',
      age: null,
      answerState: 'none',
      hasConflict: false,
    });
  });
});
