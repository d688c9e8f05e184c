import { describe, expect, test } from 'vitest';
import { Desk } from '#test/support/desk.ts';
import { nobody } from '../known-actor.ts';
import { commonActions, commonFields } from './common-actions.ts';

const desk = Desk.seeded();
const analyst = desk.person('Analyst', 'analyst');
const type = desk.type('configuration-item');
const ordered = desk.view(desk.put(type.name, { name: 'a', class: 'server' }));
const live = desk.view(
  desk.put(type.name, { name: 'b', class: 'server' }, undefined, [{ action: 'goLive', inputs: {} }]),
);
const received = desk.view(
  desk.put(type.name, { name: 'c', class: 'server' }, undefined, [{ action: 'receive', inputs: {} }]),
);
const names = (...records: Parameters<typeof commonActions>[1]) =>
  commonActions(type, records, analyst).map(({ action }) => action);

describe('the actions for a selection', () => {
  test('are those of a single record', () => expect(names(ordered)).toEqual(['receive', 'goLive']));
  test('are those that every record allows', () => {
    expect(names(ordered, received)).toEqual(['goLive']);
    expect(names(received, live)).toEqual(['withdraw', 'verify']);
  });
  test('are none where one record allows none of them', () => expect(names(ordered, live)).toEqual([]));
  test('are none for nothing, and for nobody', () => {
    expect(names()).toEqual([]);
    expect(commonActions(type, [ordered], nobody)).toEqual([]);
  });
});

test('what can be set on all are no tables, nothing the engine sets, and not the title', () => {
  const fields = commonFields(desk.type('agreement'), analyst);
  expect(fields).not.toContain('targets');
  expect(fields).not.toContain(desk.type('agreement').views.title);
  expect(commonFields(type, analyst)).toContain('owner');
  expect(commonFields(desk.type('person'), analyst)).not.toContain('roles');
  expect(commonFields(desk.type('person'), desk.person('Admin', 'administrator'))).toContain('roles');
});
