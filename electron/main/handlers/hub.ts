import type { Handle } from '../ipc.ts';
import type { HubHost } from '../hub-host.ts';

export function handleHub(handle: Handle, host: HubHost): void {
  handle('hub.start', ([wish]) => host.start(wish));
  handle('hub.stop', () => host.stop());
  handle('hub.status', () => host.status());
  handle('hub.newCode', ([label]) => host.newCode(label));
}
