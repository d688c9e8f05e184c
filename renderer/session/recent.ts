import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface RecentState {
  /** Ids of records, the last opened first. */
  readonly records: readonly string[];
}

const kept = 20;

export const useRecent = create<RecentState>()(
  persist((): RecentState => ({ records: [] }), { name: 'outpost.recent', version: 1 }),
);

/** Notes that a record was opened. */
export function noteVisit(id: string): void {
  useRecent.setState(({ records }) => ({
    records: [id, ...records.filter((one) => one !== id)].slice(0, kept),
  }));
}
