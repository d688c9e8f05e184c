import { expect, test } from 'vitest';
import type { FieldValues } from '../../definition/values.ts';
import { catalogue } from '../catalogue.ts';
import { cellFields, identityOf, ratingId, unfoundedAmong } from './plan.ts';
import { agreedFaults, ratingFaults } from './rating-faults.ts';
import { configOf, viewOf } from '#test/support/views.ts';

const assessment = (more: FieldValues = {}, state = 'rating') =>
  viewOf(
    'assessment',
    {
      leadAssessor: 'lead',
      assessors: ['ann', 'ben'],
      method: 'R1',
      scale: 'plain',
      scope: [
        { process: 'IM', instance: 'Day', target: 2 },
        { process: 'IM', instance: 'Night', target: 2 },
        { process: 'PM', target: 1 },
      ],
      ...more,
    },
    { id: 'a1', number: 'ASM-1', state },
  );

const rating = (fields: FieldValues = {}, type = 'rating') =>
  viewOf(type, {
    assessment: 'a1',
    ...(type === 'rating' ? { assessor: 'ann' } : {}),
    process: 'IM',
    attribute: '1.1',
    item: 'IM-O1',
    instance: 'Day',
    value: 'F',
    ...fields,
  });

const saysOf = (fields: FieldValues, about = assessment()) =>
  ratingFaults(rating(fields), configOf(about)).map(({ field, says }) => `${field}: ${says}`);

test('ASM-260 a rating of the plan is taken', () => {
  expect(saysOf({})).toEqual([]);
  expect(saysOf({ process: 'PM', item: 'PM-O1', instance: null })).toEqual([]);
  expect(saysOf({ item: null, instance: null }, assessment({ method: 'R3' }))).toEqual([]);
});

test.each<[FieldValues, FieldValues, string]>([
  [{ process: 'CM' }, {}, 'process: it is not in the scope of ASM-1'],
  [
    { attribute: '3.1', item: '3.1-O1' },
    {},
    'attribute: IM is assessed up to level 2, and PA 3.1 is above it',
  ],
  [{ instance: 'Dusk' }, {}, 'instance: IM is not assessed in it'],
  [{ instance: null }, {}, 'instance: IM is not assessed in it'],
  [{ item: null }, {}, 'item: method R1 rates each outcome, and none is named'],
  [{}, { method: 'R2' }, 'item: method R2 rates attributes as a whole'],
  [{ item: null }, { method: 'R3' }, 'instance: method R3 knows no instances'],
])('ASM-260 what the plan does not ask for is refused: %j with %j', (fields, plan, says) => {
  expect(saysOf(fields, assessment(plan))).toEqual([says]);
  expect(agreedFaults(rating(fields, 'agreed-rating'), configOf(assessment(plan)))).toHaveLength(1);
});

test.each<[string, string, boolean]>([
  ['P', 'plain', true],
  ['na', 'plain', true],
  ['P-', 'plain', false],
  ['L+', 'plain', false],
  ['P-', 'refined', true],
  ['F', 'refined', true],
  ['P', 'refined', false],
  ['na', 'refined', true],
])('ASM-261 %s on the %s scale is taken: %s', (value, scale, isTaken) => {
  const told = saysOf({ value }, assessment({ scale }));
  expect(told).toEqual(
    isTaken ? [] : [`value: the scale of ASM-1 is ${scale === 'plain' ? 'N P L F' : 'N P- P+ L- L+ F'}`],
  );
});

test.each<[string | null, number, string, boolean]>([
  ['N', 0, 'plain', true],
  ['N', 15, 'plain', true],
  ['N', 15.1, 'plain', false],
  ['P', 15, 'plain', false],
  ['P', 50, 'plain', true],
  ['L', 50, 'plain', false],
  ['L', 85, 'plain', true],
  ['F', 85, 'plain', false],
  ['F', 100, 'plain', true],
  ['P-', 32.5, 'refined', true],
  ['P+', 32.5, 'refined', false],
  ['L+', 67.6, 'refined', true],
  ['na', 40, 'plain', false],
  [null, 40, 'plain', false],
])('ASM-262 %s with %d %% on the %s scale is taken: %s', (value, percent, scale, isTaken) => {
  const told = saysOf({ value, percent }, assessment({ scale }));
  expect(told.map((says) => says.split(':')[0])).toEqual(isTaken ? [] : ['percent']);
});

test('ASM-262 a percentage outside of 0 to 100 is refused by its field', () => {
  expect(catalogue.type('rating')?.fields['percent']).toMatchObject({ min: 0, max: 100 });
});

test('ASM-263 only the team rates', () => {
  expect(saysOf({ assessor: 'lead' })).toEqual([]);
  expect(saysOf({ assessor: 'ben' })).toEqual([]);
  expect(saysOf({ assessor: 'eve' })).toEqual([
    'assessor: only the team of ASM-1 rates; its lead assessor says who is in the team',
  ]);
});

test('ASM-266 the id of a rating follows from assessment, assessor and cell', () => {
  const cell = { process: 'IM', attribute: '1.1', item: 'IM-O1', instance: '' } as const;
  const fields = cellFields('a1', cell);
  expect(identityOf({ ...fields, assessor: 'ann' })).toBe(ratingId('a1', 'ann', cell));
  expect(identityOf({ ...fields, assessor: 'ben' })).not.toBe(ratingId('a1', 'ann', cell));
  expect(identityOf(fields)).not.toBe(ratingId('a1', 'ann', cell));
  expect(identityOf({ assessor: 'ann' })).toBeUndefined();
});

test('ASM-269 what no assessor said needs a reason', () => {
  const agreed = (value: string, reason = '') => rating({ value, reason: reason || null }, 'agreed-rating');
  const said = [rating({ value: 'P' }), rating({ value: 'L', assessor: 'ben' })];
  expect(unfoundedAmong([agreed('F')], said)).toHaveLength(1);
  expect(unfoundedAmong([agreed('na')], said)).toHaveLength(1);
  expect(unfoundedAmong([agreed('F', 'Seen on site.')], said)).toEqual([]);
  expect(unfoundedAmong([agreed('L')], said)).toEqual([]);
  expect(unfoundedAmong([agreed('')], said)).toEqual([]);
  expect(unfoundedAmong([agreed('F')], [])).toEqual([]);
  expect(unfoundedAmong([agreed('F')], [rating({ value: null })])).toEqual([]);
});
