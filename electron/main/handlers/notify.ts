import type { NoticePermission } from '#shared/contracts/bridge.ts';
import type { Handle } from '../ipc.ts';
import type { Notifier } from '../notifications.ts';

export function handleNotify(handle: Handle, notifier: Notifier): void {
  // A desktop application is not asked about: the system's settings decide, silently.
  const permission = (): NoticePermission => (notifier.isSupported ? 'granted' : 'denied');
  handle('notify.permission', permission);
  handle('notify.requestPermission', permission);
  handle('notify.show', ([notice]) => notifier.show(notice));
}
