import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { ShellNotice } from './plan-notices.ts';

export interface KeptNotice extends ShellNotice {
  readonly isRead: boolean;
}

interface NoticesState {
  /** Newest first. */
  readonly notices: readonly KeptNotice[];
}

const kept = 100;

export const useNotices = create<NoticesState>()(
  persist((): NoticesState => ({ notices: [] }), { name: 'outpost.notices', version: 1 }),
);

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
