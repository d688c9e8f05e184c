import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Query } from '#shared/definition/query.ts';
import type { Cells } from '#shared/engine/column-values.ts';
import { columnOf } from '#shared/engine/columns.ts';
import { meets, resolveConditions } from '#shared/engine/query.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import {
  ageFigures,
  deskTypes,
  headFigures,
  lastDays,
  mainClock,
  nextDue,
  pin,
  priorityFigures,
  unassigned,
} from './desk-queries.ts';

const types = deskTypes(catalogue);
const now = Date.UTC(2026, 10, 14, 12, 30);
const asker = { actor: { id: 'me', roles: [], teams: [] }, now, zone: 'Europe/Berlin' };
const isIn = (query: Query, cells: Cells) => meets(cells, resolveConditions(query.where, asker));
const open = (cells: Cells): Cells => ({
  stateClass: 'open',
  assignee: null,
  priority: null,
  createdAt: now,
  responseDue: null,
  resolutionDue: null,
  ...cells,
});

test('incidents and requests are worked at the desk, people and places are not', () => {
  const names = types.map(({ name }) => name);
  expect(names).toContain('incident');
  expect(names).toContain('request');
  expect(names).not.toContain('person');
});

describe.each(types.map((type) => [type.name, type] as const))('figures of %s', (_, type) => {
  test('ask for columns that the type has', () => {
    const next = nextDue(type);
    const queries = [
      ...[...headFigures(type), ...priorityFigures(type), ...ageFigures(type)].map(({ query }) => query),
      unassigned(type),
      ...(next ? [next] : []),
    ];
    const columns = queries.flatMap(({ where, sort = [] }) => [
      ...where.flatMap((condition) => ('column' in condition ? [condition.column] : [])),
      ...sort.map(({ column }) => column),
    ]);
    expect(columns.filter((column) => !columnOf(type, column))).toEqual([]);
  });

  test('every open record has exactly one age and one priority', () => {
    const instants = fc.integer({ min: now - 400 * 86_400_000, max: now + 86_400_000 });
    const edges = [1, 3, 7, 30].flatMap((days) => [-1, 0, 1].map((off) => now - days * 86_400_000 + off));
    const priorities = fc.constantFrom('1', '2', '3', '4', '5', null);
    fc.assert(
      fc.property(fc.oneof(instants, fc.constantFrom(...edges)), priorities, (createdAt, priority) => {
        const cells = open({ createdAt, priority });
        expect(ageFigures(type).filter(({ query }) => isIn(query, cells))).toHaveLength(1);
        expect(priorityFigures(type).filter(({ query }) => isIn(query, cells))).toHaveLength(1);
      }),
    );
  });

  test('a target is missed, due soon or later, never two of them', () => {
    const due = `${mainClock(type)!.name}Due`;
    const figures = headFigures(type).filter(({ id }) => id === 'soon' || id === 'breached');
    const ids = (at: number) =>
      figures.filter(({ query }) => isIn(query, open({ [due]: at }))).map(({ id }) => id);
    expect(ids(now - 1)).toEqual(['breached']);
    expect(ids(now)).toEqual(['soon']);
    expect(ids(now + 4 * 3_600_000 - 1)).toEqual(['soon']);
    expect(ids(now + 4 * 3_600_000)).toEqual([]);
  });

  test('done records are in none', () => {
    const cells = open({ stateClass: 'done' });
    const figures = [...headFigures(type), ...priorityFigures(type), ...ageFigures(type)];
    expect(figures.filter(({ query }) => isIn(query, cells))).toEqual([]);
  });

  test('a pinned query holds the same records at that instant', () => {
    for (const { query } of [...headFigures(type), ...ageFigures(type)]) {
      const pinned = pin(query, now);
      const later = { ...asker, now: now + 5_000_000 };
      expect(resolveConditions(pinned.where, later)).toEqual(resolveConditions(query.where, asker));
    }
  });
});

test('the last 30 days are 30 days of the unit’s calendar, with today', () => {
  const query = lastDays(types[0]!, 'createdAt', 30);
  const midnight = Date.UTC(2026, 9, 15, 22);
  expect(isIn(query, open({ createdAt: midnight }))).toBe(true);
  expect(isIn(query, open({ createdAt: midnight - 1 }))).toBe(false);
  expect(isIn(query, open({ createdAt: now }))).toBe(true);
});
