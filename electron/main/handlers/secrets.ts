import type { Handle } from '../ipc.ts';
import type { Secrets } from '../secrets.ts';

export function handleSecrets(handle: Handle, secrets: Secrets): void {
  handle('secrets.available', async () => (await secrets.refusal()) === undefined);
  handle('secrets.set', ([name, value]) => secrets.set(name, value));
  handle('secrets.get', ([name]) => secrets.get(name));
  handle('secrets.remove', ([name]) => secrets.remove(name));
}
