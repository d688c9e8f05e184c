import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { hasCode } from '../reason.ts';

const { O_RDWR, O_CREAT, O_NONBLOCK } = constants;

export type Unlock = () => Promise<void>;

/** From `fcntl.h` of macOS; Node has no name for it. Needs `O_NONBLOCK`, or the call would wait for the holder. */
const macExclusiveLock = 0x20;

/**
 * Holds a folder for this process, or answers `undefined` when another process holds it.
 *
 * Every way taken is released by the system when the process dies, however it dies. A file with a process number in
 * it is not: after a power cut the number may belong to another program, and the journal would stay shut for good.
 *
 * @param folder its real path, so that two names of one folder are one lock.
 */
export function lockFolder(
  folder: string,
  platform: NodeJS.Platform = process.platform,
  openFile: typeof open = open,
): Promise<Unlock | undefined> {
  const name = `outpost-journal-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (platform === 'linux') return listenOn(`\0${name}`);
  if (platform === 'win32') return listenOn(`\\\\.\\pipe\\${name}`);
  return lockMacFile(join(folder, 'lock'), openFile);
}

function listenOn(address: string): Promise<Unlock | undefined> {
  const server = createServer((socket) => socket.destroy());
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen({ path: address, exclusive: true }, () => {
      resolve(() => new Promise((done) => server.close(() => done())));
    });
  });
}

async function lockMacFile(path: string, openFile: typeof open): Promise<Unlock | undefined> {
  let handle: FileHandle;
  try {
    handle = await openFile(path, O_RDWR | O_CREAT | O_NONBLOCK | macExclusiveLock, 0o600);
  } catch (error) {
    if (hasCode(error, 'EAGAIN', 'EWOULDBLOCK', 'EBUSY')) return undefined;
    throw error;
  }
  return () => handle.close();
}
