import { describe, expect, test } from 'vitest';
import { Desk } from '#test/support/desk.ts';
import { asksFirst, inputsOf } from './use-action-form.ts';

const desk = Desk.seeded();
const type = desk.type('configuration-item');
const transition = (action: string) => type.lifecycle.transitions.find((one) => one.action === action)!;
const goLive = transition('goLive');

describe('the inputs of an action', () => {
  test('hold what it needs even where that is unchanged, so that the act says it', () => {
    expect(inputsOf(goLive, { owner: 'p1' }, { owner: 'p1', location: null })).toEqual({ owner: 'p1' });
  });
  test('hold what it offers only where it was filled, changed or emptied', () => {
    const start = { owner: 'p1', location: 'l1', service: 's1' };
    expect(inputsOf(goLive, start, { owner: 'p1', location: 'l2', service: 's1' })).toEqual({
      owner: 'p1',
      location: 'l2',
    });
    expect(inputsOf(goLive, start, { owner: 'p1', location: null, service: 's1' })).toEqual({
      owner: 'p1',
      location: null,
    });
  });
});

test('an action asks first where something is missing, offered or to be confirmed, and else is done at once', () => {
  const record = desk.view(desk.put(type.name, { name: 'x', class: 'server' }));
  expect(asksFirst(transition('receive'), record)).toBe(true);
  expect(asksFirst(transition('dispose'), record)).toBe(true);
  expect(asksFirst(transition('test'), record)).toBe(false);
  expect(asksFirst(transition('beginChange'), record)).toBe(true);
  expect(asksFirst(transition('beginChange'), { ...record, fields: { changeReference: 'RFC 1' } })).toBe(
    false,
  );
});
