import type { KeyHolder } from '#shared/trust/key-holder.ts';
import type { Handle } from '../ipc.ts';

/** Keys stay in the memory of this process while the window is open, never on a disk. */
export function handleKeeper(handle: Handle, holder: KeyHolder): void {
  handle('keeper.ask', ([message]) => holder.answer(message));
}
