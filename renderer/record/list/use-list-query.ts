import { useCallback, useMemo } from 'react';
import { searchToQuery, useSavedFilters } from '#renderer/data/data.ts';
import { applyFilter, matchesFilter } from '../filter/edit-query.ts';
import { paths, useNavigation, useSearchText } from '../navigation.tsx';
import type { Query, SavedFilter } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';

export interface ListQuery {
  readonly query: Query;
  /** Changes when the question changes, not when a record is opened beside the list. */
  readonly key: string;
  /** The saved filter that the list shows, if it shows just that. */
  readonly filter: SavedFilter | undefined;
  readonly setQuery: (query: Query) => void;
  readonly pick: (filter: SavedFilter) => void;
  /** The record that is open beside the list. */
  readonly open: string | undefined;
  readonly setOpen: (id: string | undefined, replace?: boolean) => void;
}

const openParameter = 'open';

/**
 * The question that a list answers. It stands in the address, so that it can be linked, and going back gives it again; an
 * address without one means the first declared filter.
 */
export function useListQuery(type: RecordType): ListQuery {
  const search = useSearchText();
  const { go } = useNavigation();
  const { filters } = useSavedFilters(type.name);
  const open = search.get(openParameter) ?? undefined;

  const { query, key } = useMemo(() => {
    const rest = new URLSearchParams(search);
    rest.delete(openParameter);
    const first = type.views.filters[0];
    const start: Query = { type: type.name, where: [] };
    const asked = rest.size > 0 ? searchToQuery(type.name, Object.fromEntries(rest)) : undefined;
    const answer = asked ?? (first ? applyFilter(start, first) : start);
    return { query: answer, key: JSON.stringify(answer) };
  }, [search, type]);

  const filter = useMemo(() => filters.find((saved) => matchesFilter(query, saved)), [filters, query]);

  const setQuery = useCallback((next: Query) => go(paths.list(next), { replace: true }), [go]);
  const pick = useCallback(
    (saved: SavedFilter) => go(paths.list(applyFilter({ type: type.name, where: [] }, saved))),
    [go, type],
  );
  const setOpen = useCallback(
    (id: string | undefined, replace = false) => go(withOpen(paths.list(query), id), { replace }),
    [go, query],
  );
  return { query, key, filter, setQuery, pick, open, setOpen };
}

function withOpen(href: string, id: string | undefined): string {
  if (id === undefined) return href;
  return `${href}${href.includes('?') ? '&' : '?'}${openParameter}=${id}`;
}
