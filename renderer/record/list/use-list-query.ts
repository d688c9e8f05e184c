import { useCallback, useMemo } from 'react';
import { useSavedFilters } from '#renderer/data/data.ts';
import { applyFilter, matchesFilter } from '../filter/edit-query.ts';
import { paths, useAddressSearch, useNavigation } from '../navigation.ts';
import { searchToQuery } from '../query-search.ts';
import type { Query, SavedFilter } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';

export interface ListQuery {
  readonly query: Query;
  /** Changes when the question changes, not when a record is opened beside the list. */
  readonly key: string;
  /** The saved filter that the list shows, if it shows just that. */
  readonly filter: SavedFilter | undefined;
  readonly filters: readonly SavedFilter[];
  readonly setQuery: (query: Query) => void;
  readonly pick: (filter: SavedFilter) => void;
  /** The record that is open beside the list. */
  readonly open: string | undefined;
  readonly setOpen: (id: string | undefined, options?: { readonly replace: boolean }) => void;
}

/**
 * The question that a list answers. It stands in the address, so that it can be linked, and going back gives it again; an
 * address without one means the filter it names, or the first declared one.
 */
export function useListQuery(type: RecordType): ListQuery {
  const search = useAddressSearch();
  const { go } = useNavigation();
  const { filters } = useSavedFilters(type.name);
  const open = typeof search['open'] === 'string' ? search['open'] : undefined;

  const named = filters.find((saved) => saved.id === search['filter']) ?? filters[0];
  const asked = JSON.stringify(
    searchToQuery(type.name, search) ?? applyFilter({ type: type.name, where: [] }, named),
  );
  const query = useMemo(() => JSON.parse(asked) as Query, [asked]);
  const filter = useMemo(() => filters.find((saved) => matchesFilter(query, saved)), [filters, query]);

  const setQuery = useCallback((next: Query) => go(paths.list(next), { replace: true }), [go]);
  const pick = useCallback(
    (saved: SavedFilter) => go(paths.list(applyFilter({ type: type.name, where: [] }, saved))),
    [go, type],
  );
  const setOpen = useCallback(
    (id: string | undefined, options?: { readonly replace: boolean }) => go(paths.list(query, id), options),
    [go, query],
  );
  return { query, key: asked, filter, filters, setQuery, pick, open, setOpen };
}
