import { describe, expect, test } from 'vitest';
import {
  expectOne,
  found,
  plainLife,
  withField,
  withProcess,
  withType,
} from '#test/support/broken-declarations.ts';
import { sampleProcess, ticket } from '#test/support/sample-catalogue.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { checkCatalogue } from './check.ts';
import type { Metric, ProcessDefinition } from './process.ts';
import type { RecordMigration } from './record-type.ts';

const activity = (code: string, accountable = 'Owner', responsible = ['Desk']) => ({
  code,
  name: code,
  help: 'Do it.',
  raci: { accountable, responsible, consulted: [], informed: [] },
});

const metric: Metric = {
  factor: 'f',
  indicator: 'i',
  name: 'open',
  label: 'Open',
  unit: 'count',
  signOf: ['2.1', 'PA2.1-O3'],
  measures: { all: { query: { type: 'ticket', where: [] } } },
  value: ({ all }) => all ?? null,
};

describe('the declarations of the product', () => {
  test('DEF-1 are sound', () => {
    expect(checkCatalogue(catalogue)).toEqual([]);
  });

  test('DEF-1 so is the sample that the next tests break', () => {
    expect(found(sampleProcess)).toEqual([]);
  });
});

describe('DEF-2 names', () => {
  test('DEF-2 codes, names, record types, prefixes and activities are unique over all processes', () => {
    const twin = {
      ...sampleProcess,
      name: 'Testing again',
      recordTypes: [{ ...ticket, name: 'ticket', prefix: 'TIC' }],
      activities: [activity('TST1')],
    };
    const messages = found({ ...sampleProcess, activities: [activity('TST1')] }, twin);
    const things = ['Process code “TST”', 'Record type “ticket”', 'Number prefix “TIC”', 'Activity “TST1”'];
    for (const thing of things) {
      expect(
        messages.filter((message) => message.startsWith('OUT-DEF-004') && message.includes(thing)),
      ).toHaveLength(1);
    }
  });

  test('DEF-2 a record type and its prefix are written as they stand in the log and in numbers', () => {
    expectOne(
      withType({ name: 'Ticket', fields: { title: { kind: 'text', label: 'T' } }, lifecycle: plainLife }),
      'OUT-DEF-001',
      'Ticket.name',
    );
    expectOne(withType({ prefix: 'tic' }), 'OUT-DEF-001', 'ticket.prefix');
    expectOne(withType({ process: 'IM' }), 'OUT-DEF-001', 'ticket.process', 'IM');
  });

  test('DEF-2 a field has a name of its own among fields, derived values, clocks and system columns', () => {
    expectOne(withField('state', { kind: 'text', label: 'State' }), 'OUT-DEF-002', 'field state');
    expectOne(
      withType({ derived: { title: { label: 'T', kind: 'integer', compute: () => 1 } } }),
      'OUT-DEF-002',
      'field title',
    );
    expectOne(
      withField('big-one', { kind: 'text', label: 'Big' }),
      'OUT-DEF-002',
      'field big-one',
      'camel case',
    );
  });
});

describe('DEF-6 processes', () => {
  test('DEF-6 activities are numbered in order and have one accountable party and somebody responsible', () => {
    expectOne(
      withProcess({ activities: [activity('TST1'), activity('TST3')] }),
      'OUT-DEF-001',
      'activities.TST3',
    );
    expectOne(withProcess({ activities: [activity('TST1', '')] }), 'OUT-DEF-005', 'TST1', '0 roles');
    expectOne(
      withProcess({ activities: [activity('TST1', 'Owner, Manager')] }),
      'OUT-DEF-005',
      'TST1',
      '2 roles',
    );
    expectOne(
      withProcess({ activities: [activity('TST1', 'Owner', [])] }),
      'OUT-DEF-001',
      'activities.TST1.raci',
    );
  });

  test('DEF-6 texts and outcomes are there', () => {
    expectOne(withProcess({ purpose: ' ' }), 'OUT-DEF-001', 'purpose');
    expectOne(withProcess({ outcomes: [] }), 'OUT-DEF-001', 'outcomes');
    expectOne(
      withProcess({
        roles: [
          { name: 'R', does: 'x' },
          { name: 'R', does: 'y' },
        ],
      }),
      'OUT-DEF-001',
      'roles.R',
    );
  });

  test('DEF-6 a metric measures columns that are there', () => {
    const measured = (all: Metric['measures'][string]) =>
      withProcess({ metrics: [{ ...metric, measures: { all } }] });
    expect(withProcess({ metrics: [metric] })).toEqual([]);
    expectOne(
      measured({ query: { type: 'spaceship', where: [] } }),
      'OUT-DEF-001',
      'metrics.open.all',
      '“spaceship”',
    );
    expectOne(
      measured({ query: { type: 'ticket', where: [{ column: 'nothing', empty: true }] } }),
      'OUT-DEF-001',
      'metrics.open.all',
      '“nothing”',
    );
    expectOne(
      measured({ query: { type: 'ticket', where: [] }, of: { column: 'nothing', by: 'sum' } }),
      'OUT-DEF-001',
      'metrics.open.all',
      '“nothing”',
    );
    expectOne(
      withProcess({ metrics: [{ ...metric, measures: {} }] }),
      'OUT-DEF-001',
      'metrics.open',
      'nothing',
    );
    expectOne(withProcess({ metrics: [metric, metric] }), 'OUT-DEF-001', 'metrics.open', 'twice');
    expectOne(
      measured({ query: { type: 'ticket', where: [] }, during: 'title' }),
      'OUT-DEF-001',
      'metrics.open.all',
      '“title”',
    );
    expectOne(
      withProcess({ metrics: [{ ...metric, unit: 'percent' }] }),
      'OUT-DEF-001',
      'metrics.open',
      'a part and a whole',
    );
  });

  test('ASM-230 a metric is a sign of outcomes and attributes that are there', () => {
    const signOf = (...codes: readonly string[]) => withProcess({ metrics: [{ ...metric, signOf: codes }] });
    const last = sampleProcess.outcomes.length;
    expect(signOf(`${sampleProcess.code}-O1`, `${sampleProcess.code}-O${last}`, '5.2', 'PA3.2-O6')).toEqual(
      [],
    );
    for (const unknown of [
      `${sampleProcess.code}-O${last + 1}`,
      'XX-O1',
      '2.3',
      'PA1.2-O1',
      '2.1-O3',
      'IM-O0',
      '',
    ])
      expectOne(signOf(unknown), 'OUT-DEF-001', 'metrics.open.signOf', `“${unknown}”`);
  });
});

describe('DEF-7 seeds and migrations', () => {
  const seed = (change: Partial<ProcessDefinition['seed'][number]> = {}) => ({
    key: 'a',
    type: 'ticket',
    fields: { title: 'A' },
    ...change,
  });

  test('DEF-7 a seed is of a known type, with known fields and actions, and names seeds before it', () => {
    expect(
      withProcess({
        seed: [seed(), seed({ key: 'b', fields: { title: 'B', parent: '@a', related: ['@a'] } })],
      }),
    ).toEqual([]);
    expectOne(withProcess({ seed: [seed({ type: 'spaceship' })] }), 'OUT-DEF-001', 'seed.a', '“spaceship”');
    expectOne(
      withProcess({ seed: [seed({ fields: { nothing: 1 } })] }),
      'OUT-DEF-001',
      'seed.a',
      '“nothing”',
    );
    expectOne(
      withProcess({ seed: [seed({ acts: [{ action: 'fly', inputs: {} }] })] }),
      'OUT-DEF-001',
      'seed.a',
      '“fly”',
    );
    expectOne(
      withProcess({ seed: [seed({ fields: { parent: '@b' } }), seed({ key: 'b' })] }),
      'OUT-DEF-001',
      'seed.a',
      '“@b”',
    );
  });

  test('DEF-7 keys of seeds are unique', () => {
    expect(withProcess({ seed: [seed(), seed()] })).toEqual([
      expect.stringContaining('another seed has this key'),
    ]);
  });

  test('DEF-7 migrations are numbered from 1 without gaps', () => {
    const migration = (version: number): RecordMigration => ({
      version,
      describe: 'x',
      up: (fields) => fields,
    });
    expect(withType({ migrations: [migration(1), migration(2)] })).toEqual([]);
    expectOne(withType({ migrations: [migration(1), migration(3)] }), 'OUT-DEF-006', 'ticket', 'version 1');
    expectOne(withType({ migrations: [migration(2)] }), 'OUT-DEF-006', 'ticket', 'version 0');
  });
});
