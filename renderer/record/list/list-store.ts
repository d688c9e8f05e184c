import { create } from 'zustand';

/** Where a person was in a list: kept while they look at records and come back. */
export interface ListPlace {
  /** The address that the place belongs to: another filter begins at the top. */
  readonly key: string;
  readonly active: number;
  readonly anchor: number;
  readonly scrollTop: number;
  readonly selected: ReadonlySet<string>;
}

const start: Omit<ListPlace, 'key'> = { active: 0, anchor: 0, scrollTop: 0, selected: new Set() };

interface ListPlaces {
  readonly places: Readonly<Record<string, ListPlace>>;
  readonly update: (type: string, key: string, change: Partial<ListPlace>) => void;
}

/** View state only; the records come from live queries. */
export const useListPlaces = create<ListPlaces>((set) => ({
  places: {},
  update: (type, key, change) =>
    set(({ places }) => ({ places: { ...places, [type]: { ...placeOf(places, type, key), ...change } } })),
}));

/** The place in a list; the top of it when the question has changed. Nothing is selected that is out of sight. */
export function placeOf(places: Readonly<Record<string, ListPlace>>, type: string, key: string): ListPlace {
  const place = places[type];
  return place?.key === key ? place : { ...start, key };
}
