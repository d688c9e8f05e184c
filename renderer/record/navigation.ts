import { defaultStringifySearch, useLocation, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { queryToSearch } from './query-search.ts';
import type { Query } from '#shared/definition/query.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { frameworkProcesses } from '#shared/processes/support/process-choices.ts';

/** Where the pages of this folder live; the routes are made by the application. */
export const paths = {
  record: (id: string) => `/record/${id}`,
  /** `given`: values that the form begins with. */
  create: (type: string, given?: FieldValues) =>
    `/new/${type}${defaultStringifySearch(given ? { given } : {})}`,
  /** `open`: the record that is open beside the list. */
  list: (query: Query, open?: string) =>
    `/list/${query.type}${defaultStringifySearch({ ...queryToSearch(query), ...(open === undefined ? {} : { open }) })}`,
  board: (query: Query) => `/board/${query.type}${defaultStringifySearch(queryToSearch(query))}`,
  printList: (query: Query) => `/print/list/${query.type}${defaultStringifySearch(queryToSearch(query))}`,
  printRecord: (id: string) => `/print/record/${id}`,
  guide: (process: string) => `/library/process/${process}`,
  /** Of an assessment. `show`: which lines. */
  workbook: (
    assessment: string,
    { process, show }: { readonly process?: string | undefined; readonly show?: string | undefined } = {},
  ) =>
    `/assessment/${assessment}${defaultStringifySearch({ ...(process ? { process } : {}), ...(show ? { show } : {}) })}`,
};

/** Has the process library a guide for the process? It has none for the unit's own data. */
export function isInLibrary(process: string): boolean {
  return frameworkProcesses.some(({ value }) => value === process);
}

export interface Navigation {
  readonly go: (href: string, options?: { readonly replace?: boolean }) => void;
  readonly back: () => void;
}

/** Moves between pages by address, so that every place can be linked, copied and gone back to. */
export function useNavigation(): Navigation {
  const router = useRouter();
  return useMemo(
    () => ({
      go: (href, options) => void router.navigate({ href, replace: options?.replace ?? false }),
      back: () => window.history.back(),
    }),
    [router],
  );
}

/** The search part of the address, read as the router reads it. */
export function useAddressSearch(): Readonly<Record<string, unknown>> {
  const location: { readonly search: unknown } = useLocation();
  return location.search as Readonly<Record<string, unknown>>;
}
