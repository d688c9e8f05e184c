import { create } from 'zustand';
import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware';
import type { Data } from '#renderer/data/data.ts';
import type { ShellNotice } from './plan-notices.ts';

export interface KeptNotice extends ShellNotice {
  readonly isRead: boolean;
}

interface NoticesState {
  /** Newest first. */
  readonly notices: readonly KeptNotice[];
}

const kept = 100;

const name = 'notices';
/** Where versions that kept notices in the clear left them. */
const formerKey = 'outpost.notices';

type Shelf = Pick<Data['local'], 'getPreference' | 'setPreference'>;
let shelf: Shelf | undefined;

/** Notices hold titles of records, so they are kept where those are: encrypted, once the workspace is open. */
const storage: StateStorage<Promise<void>> = {
  getItem: async (key) => (await shelf?.getPreference<string>(key)) ?? null,
  setItem: async (key, value) => shelf?.setPreference(key, value),
  removeItem: async (key) => shelf?.setPreference(key, null),
};

export const useNotices = create<NoticesState>()(
  persist((): NoticesState => ({ notices: [] }), {
    name,
    version: 1,
    storage: createJSONStorage(() => storage),
    skipHydration: true,
  }),
);

/** Keeps notices in the workspace from now on, and brings back those that are there. */
export async function keepNoticesIn(local: Shelf): Promise<void> {
  shelf = local;
  localStorage.removeItem(formerKey);
  await useNotices.persist.rehydrate();
}

export function addNotices(fresh: readonly ShellNotice[]): void {
  useNotices.setState(({ notices }) => {
    const known = new Set(notices.map(({ key }) => key));
    const added = fresh.filter(({ key }) => !known.has(key)).map((notice) => ({ ...notice, isRead: false }));
    return { notices: [...added.toReversed(), ...notices].slice(0, kept) };
  });
}

export function markRead(key?: string): void {
  useNotices.setState(({ notices }) => ({
    notices: notices.map((notice) =>
      key === undefined || notice.key === key ? { ...notice, isRead: true } : notice,
    ),
  }));
}

export function clearNotices(): void {
  useNotices.setState({ notices: [] });
}

export function useUnreadCount(): number {
  return useNotices(({ notices }) => notices.filter(({ isRead }) => !isRead).length);
}
