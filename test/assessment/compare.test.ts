import { describe, expect, it } from 'vitest';
import {
  comparedPairs,
  compareResults,
  linesOf,
  reservationsOf,
  unitYears,
} from '#shared/assessment/compare.ts';
import { assessed, compared } from '#test/support/profiles.ts';

const first = compared('first', {
  on: '2024-05-10',
  profile: [assessed('IM', 2, 'L P P'), assessed('PM', 1, 'P')],
});
const second = compared('second', { on: '2025-05-12', profile: [assessed('PM', 1, 'F')] });
const third = compared('third', {
  on: '2026-05-09',
  profile: [assessed('IM', 2, 'F L L'), assessed('PM', 1, 'F'), assessed('RF', 2, 'F ? ?')],
});
const sister = compared('sister', { unit: 'Bravo', on: '2025-11-01', profile: [assessed('IM', 2, 'F P F')] });

describe('ASM-304 what each result is compared with', () => {
  it('the latest before it, of the same unit, that has the process in scope', () => {
    const { results, rows } = compareResults([third, sister, first, second]);
    expect(results.map(({ id }) => id)).toEqual(['first', 'second', 'third', 'sister']);
    const against = Object.fromEntries(
      rows.map(({ process, cells }) => [process, cells.map((cell) => cell.against?.id)]),
    );
    expect(against).toEqual({
      IM: [undefined, undefined, 'first', undefined],
      PM: [undefined, 'first', 'second', undefined],
      RF: [undefined, undefined, undefined, undefined],
    });
    // IM: PA 1.1 was L, so 1; now 2. PM: N or P, so 0; then F.
    expect(rows[0]?.cells[2]?.change).toEqual({ direction: 'up', by: 1, isAtLeast: false });
    expect(rows[1]?.cells[1]?.change).toEqual({ direction: 'up', by: 1, isAtLeast: true });
    expect(rows[1]?.cells[2]?.change).toEqual({ direction: 'same', upTo: 1 });
  });

  it('one for all, where one is chosen; it is compared with nothing itself', () => {
    const { rows } = compareResults([first, second, third, sister], 'sister');
    const [im, pm] = rows;
    expect(im?.cells.map(({ change }) => change?.direction)).toEqual(['same', undefined, 'up', undefined]);
    expect(pm?.cells[1]?.change).toEqual({ direction: 'unknown', because: 'notInScope' });
  });

  it('a process that is not in scope has no result and no change', () => {
    const { rows } = compareResults([first, second]);
    expect(rows[0]?.cells[1]).toEqual({ on: second, result: undefined });
  });
});

describe('ASM-305 pairs about which reservations are told', () => {
  const ids = (base?: string) =>
    comparedPairs([third, sister, second, first], base).map(([before, after]) => [before.id, after.id]);

  it('neighbours in time of one unit', () => {
    expect(ids()).toEqual([
      ['first', 'second'],
      ['second', 'third'],
    ]);
  });

  it('the base with each other one', () => {
    expect(ids('second')).toEqual([
      ['second', 'first'],
      ['second', 'third'],
      ['second', 'sister'],
    ]);
  });
});

describe('ASM-305 reservations about a pair', () => {
  it('none where nothing differs', () => {
    const none = { model: false, class: false, scale: false, provisional: [] };
    expect(reservationsOf(first, { ...first, id: 'again' })).toEqual({
      ...none,
      onlyBefore: [],
      onlyAfter: [],
      open: [],
    });
  });

  it('model, class and scale, where both are known', () => {
    const before = { ...first, class: '1', scale: 'plain' };
    expect(reservationsOf(before, { ...third, model: 'iso', class: '3', scale: 'refined' })).toMatchObject({
      model: true,
      class: true,
      scale: true,
    });
    expect(reservationsOf(before, third)).toMatchObject({ class: false, scale: false });
  });

  it('scope, open levels and what may still change', () => {
    const running = {
      ...third,
      isProvisional: true,
      profile: [assessed('IM', 2, 'F ? ?'), assessed('RF', 1, '?')],
    };
    expect(reservationsOf(first, running)).toMatchObject({
      provisional: [running],
      onlyBefore: ['PM'],
      onlyAfter: ['RF'],
      open: ['IM'],
    });
  });

  it('a target that is reached is no open level', () => {
    const reached = { ...third, profile: [assessed('IM', 2, 'F F F')] };
    expect(reservationsOf(first, reached).open).toEqual([]);
  });
});

describe('ASM-306 units by year', () => {
  it('each process counts once in a year, as it was assessed last', () => {
    const early = compared('early', {
      on: '2026-02-01',
      profile: [assessed('IM', 2, 'F P P'), assessed('KM', 1, 'L')],
    });
    expect(unitYears([third, early, sister])).toEqual([
      // IM and PM of May, KM of February reach their targets; RF is not rated above PA 1.1.
      { unit: 'Alpha', year: '2026', from: [early, third], assessed: 4, atTarget: 3, open: 1 },
      { unit: 'Bravo', year: '2025', from: [sister], assessed: 1, atTarget: 0, open: 0 },
    ]);
  });
});

describe('ASM-307 lines over time', () => {
  it('one for each unit and model, by day, of results that have the process in scope', () => {
    const foreign = compared('foreign', {
      model: 'iso',
      on: '2023-01-01',
      profile: [assessed('IM', 1, 'F')],
    });
    expect(
      linesOf([third, sister, second, foreign, first], 'IM').map(({ unit, model, points }) => [
        unit,
        model,
        points.map(({ on, result }) => [on.id, result.capability.level]),
      ]),
    ).toEqual([
      ['Alpha', 'iso', [['foreign', 1]]],
      [
        'Alpha',
        'desmf',
        [
          ['first', 1],
          ['third', 2],
        ],
      ],
      ['Bravo', 'desmf', [['sister', 1]]],
    ]);
  });
});
