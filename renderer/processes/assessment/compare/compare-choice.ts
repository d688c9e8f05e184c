import type { Comparable } from '#shared/assessment/compare.ts';
import type { CompareChoice } from '../places.ts';

/** What the address chooses; what it says in no sensible form counts as not said. */
export function choiceFrom(search: Readonly<Record<string, unknown>>): CompareChoice {
  const { of } = search;
  const text = (name: 'base' | 'domain' | 'unit' | 'year') => {
    const value = search[name];
    // A year comes back from the address as a number.
    return typeof value === 'string' || typeof value === 'number' ? { [name]: String(value) } : {};
  };
  return {
    ...(Array.isArray(of) ? { of: of.filter((id) => typeof id === 'string') } : {}),
    ...text('base'),
    ...text('domain'),
    ...text('unit'),
    ...text('year'),
  };
}

/** Ids of those that are chosen; where nobody chose, of all that are no longer provisional, or of all if none is. */
export function chosenIds(
  all: readonly Pick<Comparable, 'id' | 'isProvisional'>[],
  of: readonly string[] | undefined,
): readonly string[] {
  const ids = (some: readonly Pick<Comparable, 'id'>[]) => some.map(({ id }) => id);
  if (of) return ids(all).filter((id) => of.includes(id));
  const final = all.filter(({ isProvisional }) => isProvisional !== true);
  return ids(final.length > 0 ? final : all);
}
