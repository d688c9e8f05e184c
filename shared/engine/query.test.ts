import { describe, expect, test } from 'vitest';
import type { Condition } from '../definition/query.ts';
import { meets, resolveConditions, type Asker } from './query.ts';

const noon = Date.UTC(2026, 10, 2, 12);
const asker: Asker = {
  actor: { id: 'ann', roles: [], teams: ['desk', 'night'] },
  now: noon,
  zone: 'Europe/Berlin',
};
const cells = {
  state: 'new',
  assignee: 'ann',
  team: 'desk',
  tags: ['wan', 'lan'],
  due: noon,
  note: null,
  urgent: false,
};
const holds = (...conditions: readonly Condition[]): boolean =>
  meets(cells, resolveConditions(conditions, asker));

describe('conditions', () => {
  test('QRY-1 symbols stand for who asks, their teams, now, and midnight in the unit’s zone', () => {
    expect(
      resolveConditions(
        [
          { column: 'assignee', in: [{ symbol: 'me' }, 'bob'] },
          { column: 'team', notIn: [{ symbol: 'myTeams' }] },
          { column: 'due', from: { symbol: 'now', offset: -5 }, below: { symbol: 'day', offset: 1 } },
          { any: [{ column: 'assignee', in: [{ symbol: 'me' }] }] },
        ],
        asker,
      ),
    ).toEqual([
      { column: 'assignee', in: ['ann', 'bob'] },
      { column: 'team', notIn: ['desk', 'night'] },
      { column: 'due', from: noon - 5, below: Date.UTC(2026, 10, 2, 23) },
      { any: [{ column: 'assignee', in: ['ann'] }] },
    ]);
  });

  test('QRY-2 all conditions must hold; of “any” one; of no “any” none does', () => {
    expect(holds()).toBe(true);
    expect(holds({ column: 'state', in: ['new'] }, { column: 'team', in: ['night'] })).toBe(false);
    expect(
      holds({
        any: [
          { column: 'state', in: ['done'] },
          { column: 'team', in: ['desk'] },
        ],
      }),
    ).toBe(true);
    expect(holds({ any: [] })).toBe(false);
  });

  test('QRY-3 a set holds a value when one of its members is it', () => {
    expect(holds({ column: 'tags', in: ['lan', 'x'] })).toBe(true);
    expect(holds({ column: 'tags', notIn: ['lan'] })).toBe(false);
    expect(holds({ column: 'tags', notIn: ['x'] })).toBe(true);
  });

  test('QRY-4 from is included, below is not; an empty value lies in no range', () => {
    expect(holds({ column: 'due', from: noon })).toBe(true);
    expect(holds({ column: 'due', below: noon })).toBe(false);
    expect(holds({ column: 'due', from: noon - 1, below: noon + 1 })).toBe(true);
    expect(holds({ column: 'note', from: 'a' })).toBe(false);
    expect(holds({ column: 'tags', from: 'a' })).toBe(false);
  });

  test('QRY-5 empty and not empty; false is a value; a column that is not there is empty', () => {
    expect(holds({ column: 'note', empty: true }, { column: 'urgent', empty: false })).toBe(true);
    expect(holds({ column: 'nowhere', empty: true })).toBe(true);
    expect(holds({ column: 'note', in: ['x'] })).toBe(false);
    expect(holds({ column: 'note', notIn: ['x'] })).toBe(true);
  });
});
