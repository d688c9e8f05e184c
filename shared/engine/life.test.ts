import { describe, expect, test } from 'vitest';
import { lifeOf, viewOf } from '#test/support/views.ts';
import { countActs, firstEntered, lastEntered, stays } from './life.ts';

const life = lifeOf(
  'new',
  { action: 'start', to: 'working', at: 10 },
  { action: 'touch', to: 'working', at: 20 },
  { action: 'finish', to: 'done', at: 30 },
  { action: 'reopen', to: 'working', at: 25 },
  { action: 'finish', to: 'done', at: 50 },
);
const record = viewOf('ticket', {}, { createdAt: 5, state: 'done', life });

describe('the life of a record', () => {
  test('LIF-10 acts are counted by action', () => {
    expect(countActs(record, 'finish')).toBe(2);
    expect(countActs(record, 'start', 'touch')).toBe(2);
    expect(countActs(record)).toBe(0);
  });

  test('LIF-10 a state is entered from another one', () => {
    expect([firstEntered(record, 'working'), lastEntered(record, 'working')]).toEqual([10, 25]);
    expect([firstEntered(record, 'done'), lastEntered(record, 'done')]).toEqual([30, 50]);
    expect(firstEntered(record, 'new')).toBeNull();
  });

  test('LIF-11 stays follow each other without gaps; time never runs backwards', () => {
    expect(stays(record).map(({ state, from, until, step }) => [state, from, until, step?.action])).toEqual([
      ['new', 5, 10, undefined],
      ['working', 10, 20, 'start'],
      ['working', 20, 30, 'touch'],
      ['done', 30, 30, 'finish'],
      ['working', 30, 50, 'reopen'],
      ['done', 50, undefined, 'finish'],
    ]);
  });

  test('LIF-11 a record that nothing happened to stays where it began', () => {
    const fresh = viewOf('ticket', {}, { createdAt: 5, state: 'new' });
    expect(stays(fresh)).toEqual([{ state: 'new', from: 5, until: undefined, step: undefined }]);
  });
});
