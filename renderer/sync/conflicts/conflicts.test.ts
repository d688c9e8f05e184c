import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import type { FieldConflict, Head, RecordView } from '#shared/definition/record.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { Desk, minute, monday } from '#test/support/desk.ts';
import { authorsOf, chosenHead, openConflicts, overtakenActs, planBulk } from './conflicts.ts';

const head = (actor: string, value: string, at: number): Head => ({
  ref: `${actor.padEnd(11, 'A')}:1`,
  value,
  at,
  actor,
});
const conflict = (field: string, ...heads: Head[]): FieldConflict => ({ field, heads });

let analyst: Actor;
let record: RecordView;
const withConflicts = (id: string, ...conflicts: FieldConflict[]): RecordView => ({
  ...record,
  id,
  conflicts,
});

beforeEach(() => {
  const desk = new Desk();
  analyst = desk.person('Analyst', 'analyst');
  record = desk.view(desk.put('incident', { title: 'Mail is slow' }));
});

describe('what the inbox lists', () => {
  test('every field in conflict is one item, the latest first', () => {
    const found = openConflicts(
      catalogue,
      [
        withConflicts('r1', conflict('title', head('a', 'x', monday), head('b', 'y', monday + minute))),
        withConflicts(
          'r2',
          conflict('title', head('a', 'x', monday), head('b', 'y', monday + 3 * minute)),
          conflict('impact', head('a', '1', monday + 2 * minute), head('b', '2', monday)),
        ),
      ],
      analyst,
    );
    expect(found.map(({ key }) => key)).toEqual(['r2 title', 'r2 impact', 'r1 title']);
    expect(found.every(({ canSettle }) => canSettle)).toBe(true);
  });

  test('a field of a newer version is left to that version', () => {
    const records = [withConflicts('r1', conflict('fromTheFuture', head('a', 'x', 1), head('b', 'y', 2)))];
    expect(openConflicts(catalogue, records, analyst)).toEqual([]);
  });

  test('who may not edit is shown it and may not settle', () => {
    const records = [withConflicts('r1', conflict('title', head('a', 'x', 1), head('b', 'y', 2)))];
    const [item] = openConflicts(catalogue, records, { id: 'x', roles: [], teams: [] });
    expect(item?.canSettle).toBe(false);
  });
});

describe('choosing for many', () => {
  const three = conflict('title', head('b', 'B', 200), head('a', 'A1', 100), head('a', 'A2', 300));

  test('newest takes the latest claimed time', () => {
    expect(chosenHead(three, { kind: 'newest' })?.value).toBe('A2');
  });

  test('of equal times the value shown stands', () => {
    const equal = conflict('title', head('b', 'shown', 5), head('a', 'other', 5));
    expect(chosenHead(equal, { kind: 'newest' })?.value).toBe('shown');
  });

  test('a person’s value is that person’s latest, and nothing where the person wrote none', () => {
    expect(chosenHead(three, { kind: 'person', person: 'b' })?.value).toBe('B');
    expect(chosenHead(three, { kind: 'person', person: 'a' })?.value).toBe('A2');
    expect(chosenHead(three, { kind: 'person', person: 'c' })).toBeUndefined();
  });

  test('fields of one record are one edit; what the rule does not cover is left and counted', () => {
    const items = openConflicts(
      catalogue,
      [
        withConflicts('r1', three, conflict('impact', head('a', '1', 1), head('b', '2', 2))),
        withConflicts('r2', conflict('title', head('c', 'C', 1), head('d', 'D', 2))),
      ],
      analyst,
    );
    const plan = planBulk(items, { kind: 'person', person: 'b' });
    expect([...plan.edits]).toEqual([['r1', { title: 'B', impact: '2' }]]);
    expect(plan).toMatchObject({ settled: 2, left: 1 });
    expect(authorsOf(items)).toEqual(['a', 'b', 'c', 'd']);
  });
});

test('overtaken actions come the latest first', () => {
  const act = (ref: string, at: number) =>
    ({ ref: `${ref}:1`, action: 'resolve', to: 'resolved', at, actor: 'a', why: 'overtaken' }) as const;
  const records = [
    { ...record, id: 'r1', overtaken: [act('AAAAAAAAAAA', 1), act('BBBBBBBBBBB', 3)] },
    { ...record, id: 'r2', overtaken: [act('CCCCCCCCCCC', 2)] },
  ];
  expect(overtakenActs(catalogue, records).map(({ act: { at } }) => at)).toEqual([3, 2, 1]);
});
