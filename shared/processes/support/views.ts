import type { SavedFilter, Sort } from '../../definition/query.ts';
import type { Section, Views } from '../../definition/record-type.ts';

/** The single section of a short record. */
export const detailsSection: readonly Section[] = [{ name: 'details', label: 'Details' }];

export const activeFilters: readonly SavedFilter[] = [
  { id: 'active', label: 'Active', query: { where: [{ column: 'state', in: ['active'] }] } },
  { id: 'retired', label: 'Retired', query: { where: [{ column: 'state', in: ['retired'] }] } },
  { id: 'all', label: 'All', query: { where: [] } },
];

/** Views of a reference type: sorted by its title. */
export function referenceViews(
  title: string,
  list: readonly string[],
  quick: readonly string[],
  more: {
    readonly subtitle?: readonly string[];
    readonly filters?: readonly SavedFilter[];
    readonly sort?: readonly Sort[];
  } = {},
): Views {
  return {
    list: ['number', 'state', ...list],
    sort: more.sort ?? [{ column: title }],
    filters: more.filters ?? activeFilters,
    quick,
    title,
    ...(more.subtitle ? { subtitle: more.subtitle } : {}),
  };
}
