import type { Handle } from '../ipc.ts';
import type { UserFiles } from '../user-files.ts';

export function handleFiles(handle: Handle, files: UserFiles): void {
  handle('files.saveAs', ([name, bytes, filters]) => files.saveAs(name, bytes, filters));
  handle('files.open', ([filters]) => files.open(filters));
  handle('files.openSeveral', ([filters]) => files.openSeveral(filters));
}
