import type { Condition, Query, SavedFilter, Sort } from '#shared/definition/query.ts';

/** Puts a condition in the place of the one at `at`, or at the end. */
export function withCondition(query: Query, condition: Condition, at?: number): Query {
  if (at === undefined) return { ...query, where: [...query.where, condition] };
  return { ...query, where: query.where.map((old, index) => (index === at ? condition : old)) };
}

export function withoutCondition(query: Query, at: number): Query {
  return { ...query, where: query.where.filter((_, index) => index !== at) };
}

/** The query with other words; no words leave no trace, so equal questions stay equal. */
export function withText(query: Query, text: string): Query {
  const { type, where, sort } = query;
  return { type, where, ...(sort ? { sort } : {}), ...(text.trim() === '' ? {} : { text }) };
}

/** Sorting by the column again turns the order; a third time gives the usual order back. */
export function toggleSort(query: Query, column: string): Query {
  const current = query.sort?.[0];
  const { type, where, text } = query;
  const rest: Query = { type, where, ...(text === undefined ? {} : { text }) };
  if (current?.column !== column) return { ...rest, sort: [{ column }] };
  return current.descending ? rest : { ...rest, sort: [{ column, descending: true }] };
}

/** Whether the list shows just what the filter asks for, whatever its order and words. */
export function matchesFilter(query: Query, filter: SavedFilter): boolean {
  return JSON.stringify(query.where.map(canonical)) === JSON.stringify(filter.query.where.map(canonical));
}

function canonical(condition: Condition): unknown {
  return Object.entries(condition).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The query of a filter, with the words that were there kept; all records where there is no filter. */
export function applyFilter(query: Query, filter: SavedFilter | undefined): Query {
  const { text } = query;
  if (!filter) return query;
  return { type: query.type, ...filter.query, ...(text === undefined ? {} : { text }) };
}

/** The order that the list has: its own, else that of relevance while words are searched, else the declared one. */
export function effectiveSort(query: Query, declared: readonly Sort[]): readonly Sort[] {
  if (query.sort && query.sort.length > 0) return query.sort;
  return query.text ? [] : declared;
}
