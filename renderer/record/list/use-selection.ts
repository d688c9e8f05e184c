import { useCallback, useMemo, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { placeOf, useListPlaces, type ListPlace } from './list-store.ts';
import type { Query } from '#shared/definition/query.ts';

const idsPerRead = 10_000;

export interface Selection {
  readonly place: ListPlace;
  readonly selected: ReadonlySet<string>;
  readonly update: (change: Partial<ListPlace>) => void;
  readonly toggle: (id: string, index: number) => void;
  /** Selects everything from the place where the selection began to `index`. */
  readonly extend: (index: number) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
  /** Ids are being read for a large selection. */
  readonly isReading: boolean;
}

/** The active row and the selected records of a list; they stay while a person looks at records and comes back. */
export function useSelection(query: Query, key: string): Selection {
  const data = useData();
  const { type } = query;
  const place = useListPlaces((state) => state.places[type]);
  const change = useListPlaces((state) => state.update);
  const current = useMemo(() => placeOf(place ? { [type]: place } : {}, type, key), [place, type, key]);
  const [isReading, setReading] = useState(false);

  const update = useCallback((part: Partial<ListPlace>) => change(type, key, part), [change, type, key]);

  const toggle = useCallback(
    (id: string, index: number) => {
      const selected = new Set(current.selected);
      if (!selected.delete(id)) selected.add(id);
      update({ selected, anchor: index, active: index });
    },
    [current.selected, update],
  );

  const add = useCallback(
    async (from: number, below: number, more: Partial<ListPlace>) => {
      setReading(true);
      const selected = new Set(current.selected);
      for (let offset = from; offset < below; offset += idsPerRead) {
        const { ids } = await data.ids(query, { offset, limit: Math.min(idsPerRead, below - offset) });
        for (const id of ids) selected.add(id);
        if (ids.length === 0) break;
      }
      setReading(false);
      update({ ...more, selected });
    },
    [current.selected, data, query, update],
  );

  const extend = useCallback(
    (index: number) => {
      const [from, to] = index < current.anchor ? [index, current.anchor] : [current.anchor, index];
      void add(from, to + 1, { active: index });
    },
    [add, current.anchor],
  );
  const selectAll = useCallback(() => void add(0, Number.POSITIVE_INFINITY, {}), [add]);
  const clear = useCallback(() => update({ selected: new Set() }), [update]);

  return { place: current, selected: current.selected, update, toggle, extend, selectAll, clear, isReading };
}
