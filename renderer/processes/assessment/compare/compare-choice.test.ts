import { expect, test } from 'vitest';
import { reservationsOf } from '#shared/assessment/compare.ts';
import { assessed, compared } from '#test/support/profiles.ts';
import { chosenIds, choiceFrom } from './compare-choice.ts';
import { reservationWords } from './reservation-words.ts';

test('ASM-326 what an address says in no sensible form counts as not said', () => {
  expect(choiceFrom({ of: ['a', 7, 'b'], year: 2026, unit: 'Alpha', base: true, else: 'x' })).toEqual({
    of: ['a', 'b'],
    year: '2026',
    unit: 'Alpha',
  });
  expect(choiceFrom({ of: 'a', domain: ['SO'] })).toEqual({});
});

test('ASM-326 where nobody chose, those that are no longer provisional are compared, or all', () => {
  const [reported, running] = [{ id: 'a' }, { id: 'b', isProvisional: true }];
  expect(chosenIds([reported, running], undefined)).toEqual(['a']);
  expect(chosenIds([running], undefined)).toEqual(['b']);
  expect(chosenIds([reported, running], ['b', 'gone'])).toEqual(['b']);
  expect(chosenIds([reported, running], [])).toEqual([]);
});

test('ASM-305 each reservation is a sentence; another model goes before all', () => {
  const before = compared('Before', { class: '1', scale: 'plain', profile: [assessed('IM', 1, 'F')] });
  const after = compared('After', {
    class: '3',
    scale: 'refined',
    isProvisional: true,
    profile: [assessed('IM', 2, 'F ? ?'), assessed('PM', 1, 'F')],
  });
  expect(reservationWords(reservationsOf(before, after))).toEqual([
    'They are of different classes: one rests on more instances than the other.',
    'One used the refined scale; its ratings count as N, P, L and F here.',
    '“After” is provisional, its levels may still change.',
    'Not all is rated in one of them, so the level is open: IM.',
    'In scope of the second only: PM.',
  ]);
  expect(reservationWords(reservationsOf(before, { ...after, model: 'iso' }))).toEqual([
    'They follow different reference models, so their levels are not compared.',
  ]);
});
