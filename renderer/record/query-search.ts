import type { Condition, Query, QueryValue, Sort } from '#shared/definition/query.ts';

/** A query as the search part of an address: a list can be linked, and Back gives it again. */
export interface QuerySearch {
  readonly where?: readonly Condition[];
  readonly q?: string;
  /** Columns in order, a minus before those that go down. */
  readonly sort?: string;
}

export function queryToSearch({ where, text, sort }: Query): QuerySearch {
  return {
    where,
    ...(text === undefined || text === '' ? {} : { q: text }),
    ...(sort && sort.length > 0 ? { sort: sort.map(sortText).join(',') } : {}),
  };
}

/** The query that an address asks for; undefined where it asks for none. What cannot be understood is left out. */
export function searchToQuery(type: string, search: Readonly<Record<string, unknown>>): Query | undefined {
  const { where, q, sort } = search;
  if (where === undefined && q === undefined && sort === undefined) return undefined;
  const conditions = Array.isArray(where) ? where.flatMap((one: unknown) => readCondition(one) ?? []) : [];
  const sorts = typeof sort === 'string' ? sort.split(',').map(readSort) : [];
  const text = typeof q === 'string' || typeof q === 'number' || typeof q === 'boolean' ? String(q) : '';
  return {
    type,
    where: conditions,
    ...(text === '' ? {} : { text }),
    ...(sorts.length > 0 ? { sort: sorts } : {}),
  };
}

function sortText({ column, descending }: Sort): string {
  return descending ? `-${column}` : column;
}

function readSort(text: string): Sort {
  return text.startsWith('-') ? { column: text.slice(1), descending: true } : { column: text };
}

function readCondition(value: unknown): Condition | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Readonly<Record<string, unknown>>;
  if (Array.isArray(given['any']))
    return { any: given['any'].flatMap((one: unknown) => readCondition(one) ?? []) };
  const column = given['column'];
  if (typeof column !== 'string') return undefined;
  const { in: members, notIn, empty, from, below } = given;
  if (Array.isArray(members)) return { column, in: members.filter(isQueryValue) };
  if (Array.isArray(notIn)) return { column, notIn: notIn.filter(isQueryValue) };
  if (typeof empty === 'boolean') return { column, empty };
  const range = { ...(isQueryValue(from) ? { from } : {}), ...(isQueryValue(below) ? { below } : {}) };
  return Object.keys(range).length > 0 ? { column, ...range } : undefined;
}

function isQueryValue(value: unknown): value is QueryValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return true;
  if (typeof value !== 'object' || value === null) return false;
  const { symbol, offset } = value as Readonly<Record<string, unknown>>;
  return (
    symbol === 'me' ||
    symbol === 'myTeams' ||
    ((symbol === 'now' || symbol === 'day') && typeof offset === 'number')
  );
}

/** Every record of a type. */
export function allOf(type: string): Query {
  return { type, where: [] };
}
