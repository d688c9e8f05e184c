import { describe, expect, test } from 'vitest';
import { boardQuery, lanesOf, movesOf } from './lanes.ts';
import { nobody } from '../known-actor.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { Desk } from '#test/support/desk.ts';

const desk = Desk.seeded();
const type = desk.type('configuration-item');
const analyst = desk.person('Analyst', 'analyst');
const query = { type: type.name, where: [] };
const lanes = lanesOf(type, query);

describe('the lanes of a board', () => {
  test('are the states in declared order, each with the query of its cards', () => {
    expect(lanes.map(({ value }) => value)).toEqual(Object.keys(type.lifecycle.states));
    expect(lanes[0]?.query.where).toEqual([{ column: 'state', in: ['ordered'] }]);
    expect(lanes.filter(({ isFinal }) => isFinal).map(({ value }) => value)).toEqual(['disposed']);
  });

  test('do not let the list’s own words on states empty them, and keep its other conditions', () => {
    const asked = {
      type: type.name,
      where: [
        { column: 'state', in: ['live'] },
        { any: [{ column: 'stateClass', in: ['open'] }] },
        { column: 'owner', empty: true },
      ],
    };
    expect(boardQuery(type, asked).where).toEqual([{ column: 'owner', empty: true }]);
  });

  test('can be the choices of a field', () => {
    const byClass: RecordType = { ...type, views: { ...type.views, board: 'class' } };
    const [first] = lanesOf(byClass, query);
    expect(first).toMatchObject({
      value: 'computer',
      label: 'Laptop or desktop',
      query: { where: [{ column: 'class', in: ['computer'] }] },
    });
  });
});

describe('the moves of a card', () => {
  const record = desk.view(desk.put(type.name, { name: 'LT-01', class: 'computer' }));

  test('are the lanes that allowed actions lead to, and which actions those are', () => {
    const { ways } = movesOf(type, record, lanes, analyst);
    expect([...ways].map(([lane, actions]) => [lane, actions.map(({ action }) => action)])).toEqual([
      ['received', ['receive']],
      ['live', ['goLive']],
    ]);
  });

  test('are none for those who may do nothing', () => {
    expect(movesOf(type, record, lanes, nobody).ways.size).toBe(0);
  });

  test('are edits where the lanes are choices', () => {
    const byClass: RecordType = { ...type, views: { ...type.views, board: 'class' } };
    const { ways } = movesOf(byClass, record, lanesOf(byClass, query), analyst);
    expect(ways.has('computer')).toBe(false);
    expect(ways.get('server')).toEqual([]);
  });
});
