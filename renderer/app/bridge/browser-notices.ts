import type { NoticeClick, NoticePermission, NotifyBridge } from '#shared/contracts/bridge.ts';

/** @param host the window; a browser without notifications has none on it. */
export function createBrowserNotices(
  host: Window & Partial<Pick<typeof globalThis, 'Notification'>>,
): NotifyBridge {
  const listeners = new Set<(click: NoticeClick) => void>();
  return {
    permission: () => Promise.resolve(permissionOf(host.Notification?.permission)),
    requestPermission: async () => permissionOf(await host.Notification?.requestPermission()),
    show: ({ title, body, tag, link }) => {
      const Notice = host.Notification;
      if (Notice?.permission !== 'granted') return Promise.resolve(false);
      try {
        const notice = new Notice(title, { body, tag });
        notice.addEventListener('click', () => {
          notice.close();
          host.focus();
          for (const listener of listeners) listener({ tag, link });
        });
        return Promise.resolve(true);
      } catch {
        // Mobile browsers have the constructor and refuse it.
        return Promise.resolve(false);
      }
    },
    onClick: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function permissionOf(permission: NotificationPermission | undefined): NoticePermission {
  if (permission === 'default') return 'not-asked';
  return permission ?? 'denied';
}
