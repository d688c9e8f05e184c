import { defaultParseSearch, defaultStringifySearch } from '@tanstack/react-router';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { queryToSearch, searchToQuery } from './query-search.ts';
import type { Condition, Query, QueryValue } from '#shared/definition/query.ts';

const value: fc.Arbitrary<QueryValue> = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom({ symbol: 'me' } as const, { symbol: 'myTeams' } as const),
  fc.record({ symbol: fc.constantFrom('now' as const, 'day' as const), offset: fc.integer() }),
);
const column = fc.stringMatching(/^[a-z][A-Za-z]{0,8}$/);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ column, in: fc.array(value) }),
  fc.record({ column, notIn: fc.array(value) }),
  fc.record({ column, empty: fc.boolean() }),
  fc.record({ column, from: value, below: value }),
  fc.record({ column, below: value }),
);
const query: fc.Arbitrary<Query> = fc.record(
  {
    type: fc.constant('t'),
    where: fc.array(fc.oneof(condition, fc.record({ any: fc.array(condition) }))),
    text: fc.stringMatching(/^[a-z][a-z 0-9äé"=&%-]{0,12}[a-z]$/),
    sort: fc.array(fc.record({ column, descending: fc.constant(true) }, { requiredKeys: ['column'] }), {
      minLength: 1,
    }),
  },
  { requiredKeys: ['type', 'where'] },
);

describe('a query in an address', () => {
  test('comes back as it went, through the router’s own spelling', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const address = defaultStringifySearch(queryToSearch(asked) as Record<string, unknown>);
        expect(searchToQuery('t', defaultParseSearch(address))).toEqual(asked);
      }),
    );
  });
  test('an address without a question asks nothing', () => {
    expect(searchToQuery('t', { open: 'x' })).toBeUndefined();
  });
  test('what somebody broke by hand is left out', () => {
    const search = {
      where: [1, { column: 2 }, { column: 'a' }, { column: 'b', in: [null, 'x'] }],
      q: 7,
      sort: 'c,-d',
    };
    expect(searchToQuery('t', search)).toEqual({
      type: 't',
      where: [{ column: 'b', in: ['x'] }],
      text: '7',
      sort: [{ column: 'c' }, { column: 'd', descending: true }],
    });
  });
});
