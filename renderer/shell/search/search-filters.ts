import { defaultStringifySearch } from '@tanstack/react-router';
import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { StateClass } from '#shared/definition/lifecycle.ts';
import type { Condition, Query } from '#shared/definition/query.ts';

/** What narrows a search over all records. Empty text means no limit. */
export interface SearchFilters {
  /** Name of a record type. */
  readonly type: string;
  readonly progress: StateClass | '';
  readonly updated: keyof typeof updatedWithin | '';
}

export const noFilters: SearchFilters = { type: '', progress: '', updated: '' };

const day = 86_400_000;

/** Lengths of the date filter in ms. */
const updatedWithin = { day, week: 7 * day, month: 30 * day, year: 365 * day } as const;

export const updatedLabels: readonly {
  readonly value: keyof typeof updatedWithin;
  readonly label: string;
}[] = [
  { value: 'day', label: 'Last 24 hours' },
  { value: 'week', label: 'Last 7 days' },
  { value: 'month', label: 'Last 30 days' },
  { value: 'year', label: 'Last year' },
];

export const progressLabels: readonly { readonly value: StateClass; readonly label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'done', label: 'Done' },
  { value: 'refused', label: 'Ended without' },
];

/** One query for each record type that the filters let through. */
export function searchQueries(
  catalogue: Catalogue,
  { type, progress, updated }: SearchFilters,
): readonly Omit<Query, 'text'>[] {
  const where: Condition[] = [];
  if (progress) where.push({ column: 'stateClass', in: [progress] });
  if (updated) where.push({ column: 'updatedAt', from: { symbol: 'now', offset: -updatedWithin[updated] } });
  return catalogue.types
    .filter(({ name }) => type === '' || name === type)
    .map(({ name }) => ({ type: name, where }));
}

/** The words that a search looks for, to be marked in what it finds. */
export function searchWords(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function isOneOf<V extends string>(value: unknown, options: readonly { readonly value: V }[]): V | '' {
  return options.find((option) => option.value === value)?.value ?? '';
}

/** The search part of an address, as the router reads it. */
export type AddressSearch = Readonly<Record<string, unknown>>;

/** The words that the address asks for. */
export function wordsFrom(search: AddressSearch): string {
  const { q } = search;
  return typeof q === 'string' || typeof q === 'number' ? String(q) : '';
}

/** Filters from the address; what is unknown there is left out. */
export function filtersFrom(search: AddressSearch): SearchFilters {
  return {
    type: typeof search['type'] === 'string' ? search['type'] : '',
    progress: isOneOf(search['progress'], progressLabels),
    updated: isOneOf(search['updated'], updatedLabels),
  };
}

/** The path of the search page for these words and filters. */
export function searchPath(text: string, filters: SearchFilters): string {
  const given = Object.entries({ q: text, ...filters }).filter(([, value]) => value !== '');
  return `/search${defaultStringifySearch(Object.fromEntries(given))}`;
}
