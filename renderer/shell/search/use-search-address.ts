import { useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useAddressSearch } from '#renderer/record/navigation.ts';
import {
  filtersFrom,
  searchPath,
  wordsFrom,
  type AddressSearch,
  type SearchFilters,
} from './search-filters.ts';

const writeDelay = 200;

interface SearchAddress {
  /** What stands in the input; the address follows a moment later. */
  readonly text: string;
  readonly filters: SearchFilters;
  readonly setText: (text: string) => void;
  readonly setFilters: (filters: SearchFilters) => void;
}

/** Words and filters as the address has them, so that a search can be linked and gone back to; typing never waits for it. */
export function useSearchAddress(): SearchAddress {
  const router = useRouter();
  const search: AddressSearch = useAddressSearch();
  const asked = wordsFrom(search);
  const filters = useMemo(() => filtersFrom(search), [search]);
  const [state, setState] = useState({ text: asked, seen: asked, sent: [asked] });
  if (asked !== state.seen) {
    // Another address than those written from here comes from outside: back, the palette, a link.
    const isOwn = state.sent.includes(asked);
    setState(isOwn ? { ...state, seen: asked } : { text: asked, seen: asked, sent: [asked] });
  }
  const { text } = state;
  useEffect(() => {
    if (text === asked) return undefined;
    const timer = setTimeout(() => {
      setState((old) => ({ ...old, sent: [...old.sent, text] }));
      void router.navigate({ href: searchPath(text, filters), replace: true });
    }, writeDelay);
    return () => clearTimeout(timer);
  }, [text, asked, filters, router]);
  return {
    text,
    filters,
    setText: (next) => setState((old) => ({ ...old, text: next })),
    setFilters: (next) => void router.navigate({ href: searchPath(text, next), replace: true }),
  };
}
