import { defaultParseSearch } from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { catalogue } from '#shared/processes/catalogue.ts';
import { filtersFrom, noFilters, searchPath, searchQueries, wordsFrom } from './search-filters.ts';

test('without filters every type is searched', () => {
  expect(searchQueries(catalogue, noFilters)).toEqual(
    catalogue.types.map(({ name }) => ({ type: name, where: [] })),
  );
});

test('filters become conditions of the one type', () => {
  expect(searchQueries(catalogue, { type: 'incident', progress: 'waiting', updated: 'week' })).toEqual([
    {
      type: 'incident',
      where: [
        { column: 'stateClass', in: ['waiting'] },
        { column: 'updatedAt', from: { symbol: 'now', offset: -604_800_000 } },
      ],
    },
  ]);
});

test.each(['mail & print', '00042', '1e3', 'true', '"quoted"', '{'])(
  'the address keeps the words %o and the filters',
  (words) => {
    const filters = { type: 'incident', progress: 'open', updated: 'day' } as const;
    const search = defaultParseSearch(searchPath(words, filters).split('?')[1] ?? '');
    expect(wordsFrom(search)).toBe(words);
    expect(filtersFrom(search)).toEqual(filters);
  },
);

test('no words and no filters leave the address plain', () => {
  expect(searchPath('', noFilters)).toBe('/search');
});

test('an address with unknown filters means none', () => {
  expect(filtersFrom({ progress: 'odd', updated: 'never', type: 7 })).toEqual(noFilters);
});
