import { describe, expect, it } from 'vitest';
import { changeOf, type Change } from '#shared/assessment/change.ts';
import type { ProcessResult } from '#shared/assessment/workbook.ts';
import { assessed } from '#test/support/profiles.ts';

const im = (target: 1 | 2 | 3, ratings: string) => assessed('IM', target, ratings);

function change(before: ProcessResult, after: ProcessResult): Change {
  return changeOf('IM', { model: 'desmf', profile: [before] }, { model: 'desmf', profile: [after] });
}

// Levels by hand: level n needs L or F in its own attributes and F in all below.
describe('ASM-300 the change of a level', () => {
  it.each<[string, ProcessResult, ProcessResult, Change]>([
    ['1 to 2', im(2, 'F P L'), im(2, 'F L L'), { direction: 'up', by: 1, isAtLeast: false }],
    ['0 to 2', im(2, 'P N N'), im(2, 'F L F'), { direction: 'up', by: 2, isAtLeast: false }],
    ['2 to 1', im(2, 'F L L'), im(2, 'L L L'), { direction: 'down', by: 1, isAtLeast: false }],
    ['1 and 1', im(2, 'F P P'), im(2, 'F N L'), { direction: 'same' }],
    ['0 and 0, though ratings differ', im(1, 'N'), im(1, 'P'), { direction: 'same' }],
    [
      'refined ratings count as plain',
      im(2, 'F L- L+'),
      im(2, 'F P+ L'),
      { direction: 'down', by: 1, isAtLeast: false },
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(change(before, after)).toEqual(expected);
  });
});

describe('ASM-301 where a level is open, only what is certain whatever is rated later', () => {
  it.each<[string, ProcessResult, ProcessResult, Change]>([
    ['1, now 2 or more', im(3, 'F P L L L'), im(3, 'F F F ? ?'), { direction: 'up', by: 1, isAtLeast: true }],
    ['2 or more, now 1', im(2, 'F F F'), im(2, 'F P F'), { direction: 'down', by: 1, isAtLeast: true }],
    ['1, now 1 or more', im(2, 'F P P'), im(2, 'F ? ?'), { direction: 'unknown', because: 'levelOpen' }],
    ['1 or more, now 2', im(2, 'F ? ?'), im(2, 'F L L'), { direction: 'unknown', because: 'levelOpen' }],
    ['nothing is rated yet', im(2, 'F L L'), im(2, '? ? ?'), { direction: 'unknown', because: 'levelOpen' }],
    [
      'held not to apply is open too',
      im(2, 'F P P'),
      im(2, 'F na L'),
      { direction: 'unknown', because: 'levelOpen' },
    ],
    [
      'what is known to stop it closes it',
      im(2, 'F L L'),
      im(2, 'F ? P'),
      { direction: 'down', by: 1, isAtLeast: false },
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(change(before, after)).toEqual(expected);
  });
});

describe('ASM-302 both reached what one of them was assessed to', () => {
  it.each<[string, ProcessResult, ProcessResult, Change]>([
    ['the same target, reached twice', im(2, 'F F F'), im(2, 'F F F'), { direction: 'same', upTo: 2 }],
    ['a higher target now', im(1, 'F'), im(2, 'F L L'), { direction: 'same', upTo: 1 }],
    ['2 for certain, now 2 or more', im(2, 'F L F'), im(2, 'F F F'), { direction: 'same', upTo: 2 }],
    ['a lower target now', im(3, 'F F F L L'), im(2, 'F F F'), { direction: 'same', upTo: 2 }],
  ])('%s', (_what, before, after, expected) => {
    expect(change(before, after)).toEqual(expected);
  });
});

describe('ASM-303 what cannot be compared says why', () => {
  const desmf = { model: 'desmf', profile: [im(2, 'F P P')] };

  it('another reference model', () => {
    expect(changeOf('IM', { ...desmf, model: 'iso' }, desmf)).toEqual({
      direction: 'unknown',
      because: 'otherModel',
    });
  });

  it('the process is in scope of one only, whichever it is', () => {
    const other = { model: 'desmf', profile: [assessed('PM', 1, 'F')] };
    const expected = { direction: 'unknown', because: 'notInScope' };
    expect(changeOf('IM', other, desmf)).toEqual(expected);
    expect(changeOf('IM', desmf, other)).toEqual(expected);
  });
});
