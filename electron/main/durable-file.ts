import { randomUUID } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Makes the names in a folder durable. Windows has no such call and needs none: NTFS journals its directories. */
export async function syncFolder(fs: Pick<typeof nodeFs, 'open'>, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a file as a whole: after a crash at any point either the old content is there or the new one. */
export async function writeDurably(path: string, bytes: Uint8Array, mode = 0o666): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomUUID().slice(0, 8)}.part`);
  try {
    const handle = await nodeFs.open(temporary, 'wx', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await nodeFs.rename(temporary, path);
  } catch (error) {
    await nodeFs.rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(nodeFs, folder);
}
