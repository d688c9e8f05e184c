import { describe, expect, test } from 'vitest';
import { emptyConfig } from '../definition/config.ts';
import type { Actor } from '../definition/permission.ts';
import type { Condition, Query } from '../definition/query.ts';
import type { RecordType } from '../definition/record-type.ts';
import { columnOf } from '../engine/columns.ts';
import { transitionFor } from '../engine/lifecycle.ts';
import { seedFields, seedId } from '../engine/seed.ts';
import { checkRecord, checkValues } from '../engine/validate.ts';
import { viewOf } from '#test/support/views.ts';
import { catalogue } from './catalogue.ts';
import { Desk } from '#test/support/desk.ts';

function typeOf(name: string): RecordType {
  const type = catalogue.type(name);
  if (!type) throw new Error(`No type ${name}.`);
  return type;
}

function unknownColumns({ type, where, sort = [] }: Query): readonly string[] {
  const named = (conditions: readonly Condition[]): readonly string[] =>
    conditions.flatMap((condition) => ('any' in condition ? named(condition.any) : [condition.column]));
  return [...named(where), ...sort.map(({ column }) => column)].filter(
    (column) => !columnOf(typeOf(type), column),
  );
}

describe.each(catalogue.types.map((type) => [type.name, type] as const))('%s', (name, type) => {
  test('views, filters and suggestions name columns and fields that exist', () => {
    const { list, sort, filters, quick, title, subtitle = [] } = type.views;
    expect(list.length).toBeLessThanOrEqual(8);
    expect([...list, ...subtitle].filter((column) => !columnOf(type, column))).toEqual([]);
    expect([...quick, title].filter((field) => !type.fields[field])).toEqual([]);
    expect(filters.flatMap(({ query }) => unknownColumns({ ...query, type: name }))).toEqual([]);
    expect(unknownColumns({ type: name, where: [], sort })).toEqual([]);
    for (const { watch, type: offered, where, fills } of type.suggestions ?? []) {
      expect([...watch, ...(fills ? [fills] : [])].filter((field) => !type.fields[field])).toEqual([]);
      expect(unknownColumns({ type: offered, where })).toEqual([]);
    }
  });

  test('filters name states that exist', () => {
    const known = Object.keys(type.lifecycle.states);
    const named = type.views.filters.flatMap(({ query }) =>
      query.where.flatMap((condition) =>
        'in' in condition && condition.column === 'state' ? condition.in.map(String) : [],
      ),
    );
    expect(named.filter((state) => !known.includes(state))).toEqual([]);
  });

  test('fields stand in sections that exist, and actions name fields that exist', () => {
    const sections = type.sections.map((section) => section.name);
    const lost = Object.entries(type.fields).filter(
      ([, field]) => field.section && !sections.includes(field.section),
    );
    expect(lost.map(([field]) => field)).toEqual([]);
    const named = type.lifecycle.transitions.flatMap(({ needs = [], offers = [] }) => [...needs, ...offers]);
    expect(named.filter((field) => !type.fields[field])).toEqual([]);
  });

  test('references lead to types that exist', () => {
    const named = Object.values(type.fields).flatMap((field) => ('to' in field ? field.to : []));
    expect(named.filter((to) => !catalogue.type(to))).toEqual([]);
  });

  test('actions name activities of their process', () => {
    const known = catalogue.process(type.process)?.activities.map(({ code }) => code) ?? [];
    const named = type.lifecycle.transitions.flatMap(({ activity }) => (activity ? [activity] : []));
    expect(named.filter((code) => !known.includes(code))).toEqual([]);
  });
});

test('metrics measure columns that exist', () => {
  const measures = catalogue.processes.flatMap(({ metrics }) =>
    metrics.flatMap(({ measures }) => Object.values(measures)),
  );
  expect(measures.flatMap(({ query }) => unknownColumns(query))).toEqual([]);
  expect(measures.filter(({ query, of }) => of && !columnOf(typeOf(query.type), of.column))).toEqual([]);
});

test('a metric of nothing is nothing, not zero per cent', () => {
  const shares = catalogue.processes.flatMap(({ metrics }) => metrics.filter(({ unit }) => unit !== 'count'));
  for (const { name, measures, value } of shares) {
    const zeros = Object.fromEntries(Object.keys(measures).map((measure) => [measure, 0]));
    expect(value(zeros), name).toBeNull();
  }
});

describe('seeds', () => {
  const seeds = catalogue.processes.flatMap((process) => process.seed);

  test('have keys of their own', () => {
    const keys = seeds.map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('are made in their order by the administrator through the engine, guards and all', async () => {
    const desk = new Desk();
    const admin: Actor = { id: seedId('person', 'admin'), roles: ['administrator'], teams: [] };
    for (const seed of seeds) {
      const id = seedId(seed.type, seed.key);
      const fields = seedFields(seed, typeOf(seed.type), seeds);
      expect(await desk.try(admin, { kind: 'create', type: seed.type, id, fields }), seed.key).toEqual([]);
      for (const { action, inputs } of seed.acts ?? []) {
        expect(await desk.try(admin, { kind: 'act', record: id, action, inputs }), seed.key).toEqual([]);
      }
    }
    expect(desk.view(seedId('agreement', 'agreement-default')).state).toBe('inForce');
  });

  test.each(seeds.map((seed) => [seed.key, seed] as const))('%s is valid', (_key, seed) => {
    const type = typeOf(seed.type);
    const fields = seedFields(seed, type, seeds);
    const id = seedId(seed.type, seed.key);
    const record = viewOf(seed.type, fields, { id, state: type.lifecycle.initial });
    expect([...checkValues(type, fields), ...checkRecord(type, record, emptyConfig)]).toEqual([]);
    let state = type.lifecycle.initial;
    for (const { action } of seed.acts ?? []) {
      const transition = transitionFor(type.lifecycle, action, state);
      expect(transition, `${action} from ${state}`).toBeDefined();
      if (transition && transition.to !== 'same') state = transition.to;
    }
  });
});
