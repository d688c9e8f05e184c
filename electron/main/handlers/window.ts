import type { Handle } from '../ipc.ts';

export interface WindowParts {
  readonly setBadge: (count: number) => void;
  readonly setTitle: (title: string) => void;
}

export function handleWindow(handle: Handle, parts: WindowParts): void {
  handle('window.setBadge', ([count]) => parts.setBadge(count));
  handle('window.setTitle', ([title]) => parts.setTitle(title));
}
