import { useCallback, useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { useData } from '#renderer/data/data.ts';
import type { Query } from '#shared/definition/query.ts';

/** The list that the open record was picked from. */
export interface CurrentList {
  readonly query: Query;
  readonly index: number;
  /** Where the list is. */
  readonly href: string;
}

const useStore = create<{ readonly list: CurrentList | undefined }>()(() => ({ list: undefined }));

export function setCurrentList(list: CurrentList | undefined): void {
  useStore.setState({ list });
}

/** Steps through the list that a record was opened from. */
export function useCurrentList(): {
  readonly list: CurrentList | undefined;
  /** The id of the record that stands `by` places on; nothing at the ends of the list. */
  readonly step: (by: number) => Promise<string | undefined>;
} {
  const data = useData();
  const list = useSyncExternalStore(useStore.subscribe, () => useStore.getState().list);
  const step = useCallback(
    async (by: number) => {
      const { list: from } = useStore.getState();
      const index = (from?.index ?? 0) + by;
      if (!from || index < 0) return undefined;
      const { ids } = await data.ids(from.query, { offset: index, limit: 1 });
      if (ids[0] !== undefined) setCurrentList({ ...from, index });
      return ids[0];
    },
    [data],
  );
  return { list, step };
}
