import { describe, expect, test } from 'vitest';
import type { Row } from '#renderer/data/data.ts';
import { readFamily, togetherHint } from './family.ts';

function child(state: string, path = 'normal', majorIncident = false): Row {
  return {
    id: state + path,
    type: 'incident',
    cells: { state, path, majorIncident },
    labels: {},
    markings: {},
  };
}

describe('INC-12 what resolving the parent does', () => {
  test('open children go along, major and security ones stay, ended ones do not count', () => {
    const family = readFamily([
      child('new'),
      child('pending'),
      child('inProgress', 'security'),
      child('assigned', 'major', true),
      child('resolved'),
      child('closed'),
      child('cancelled'),
    ]);
    expect(family).toEqual({ total: 7, open: 4, together: 2, staying: 2 });
    expect(togetherHint(family)).toBe(
      'Resolving this incident resolves its 2 open children with it. 2 open children stay open: a major or security incident ends on its own.',
    );
  });

  test('a major security incident stays once', () => {
    expect(readFamily([child('new', 'security', true)])).toMatchObject({ together: 0, staying: 1 });
  });

  test('one child is spoken of as one', () => {
    expect(togetherHint(readFamily([child('new')]))).toBe(
      'Resolving this incident resolves its open child with it.',
    );
  });

  test('without open children nothing is said', () => {
    expect(togetherHint(readFamily([child('closed')]))).toBe('');
  });
});
