import { expect, test } from 'vitest';
import type { Condition } from '#shared/definition/query.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { tallyQuery } from './plain-query.ts';

const asker = { actor: { id: 'ann', roles: ['assessor' as const], teams: [] }, now: 0, zone: 'UTC' };
const assessment: Condition = { column: 'assessment', in: ['a1'] };

const tally = (where: readonly Condition[], groupBy = 'assessor', type = 'rating') =>
  tallyQuery(catalogue, { type, where }, groupBy, asker);

test('ASM-270 ratings of others are counted by assessor and state, and by whether they are given', () => {
  const where: readonly Condition[] = [assessment, { column: 'value', empty: false }];
  expect(tally(where)).toEqual({ type: 'rating', where });
  expect(tally([assessment, { column: 'state', in: ['given'] }])).toBeDefined();
});

test.each<[string, readonly Condition[], string, string]>([
  ['by their values', [assessment, { column: 'value', in: ['N'] }], 'assessor', 'rating'],
  ['by what they are not', [assessment, { column: 'value', notIn: ['N'] }], 'assessor', 'rating'],
  ['by one of several', [{ any: [assessment, { column: 'value', in: ['N'] }] }], 'assessor', 'rating'],
  ['by a percentage', [{ column: 'percent', from: 50 }], 'assessor', 'rating'],
  ['in groups of values', [assessment], 'value', 'rating'],
  ['of a type that lets nobody', [], 'state', 'person'],
])('ASM-270 hidden records are not counted %s', (_what, where, groupBy, type) => {
  expect(tally(where, groupBy, type)).toBeUndefined();
});
