import { access, copyFile, open, rename, rm, stat } from 'node:fs/promises';
import { systemClock } from '#shared/kernel/clock.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { beginEpoch, readIdentity } from '../hub/identity.ts';
import { leaseNames } from '../jobs/lease.ts';
import { leaveRulingLog } from '../jobs/rulings/ruling-log.ts';
import { copyAll } from '../storage/copy.ts';
import { openStorage } from '../storage/open.ts';
import type { Storage } from '../storage/storage.ts';

/** Set in backups, so that no other database passes for one. */
const mark = 'backup';

/**
 * `backup`: everything as it is at one instant, as one file, while the hub runs. The file serves either engine.
 * @returns rows copied.
 */
export async function backUp(storage: Storage, path: string): Promise<number> {
  const partial = `${path}.partial`;
  await rm(partial, { force: true });
  const target = await openStorage({ file: partial, isAlone: true });
  let rows: number;
  try {
    rows = await storage.snapshot((from) => target.replace((to) => copyAll(from, to)));
    await target.settings.write(mark, new Date(systemClock.now()).toISOString());
  } finally {
    await target.close();
  }
  await flush(partial);
  await rename(partial, path);
  return rows;
}

/**
 * `restore`: brings a backup back, all or nothing, and begins a new epoch: clients offer again what the backup lacks. The hub has to be stopped.
 * @throws ProblemError OUT-SYN-040 when it is no backup, OUT-SYN-041 when the hub holds data and they are not to be replaced.
 * @returns rows copied.
 */
export async function restore(
  storage: Storage,
  path: string,
  { isReplacing }: { isReplacing: boolean },
): Promise<number> {
  if (!isReplacing && (await storage.workspaces.list()).length > 0) {
    throw new ProblemError(problem('OUT-SYN-041'));
  }
  // The backup itself stays as it is: opening a database may bring it to a newer form.
  const copy = `${path}.restoring`;
  try {
    await access(path);
    await rm(copy, { force: true });
    await copyFile(path, copy);
    return await restoreFrom(storage, copy, path);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code !== 'OUT-SYN-034') throw error;
    const fault = error instanceof Error ? error.message : String(error);
    throw new ProblemError(problem('OUT-SYN-040', { path, fault }), { cause: error });
  } finally {
    for (const suffix of ['', '-wal', '-shm']) await rm(copy + suffix, { force: true });
  }
}

async function restoreFrom(storage: Storage, copy: string, path: string): Promise<number> {
  const backup = await openStorage({ file: copy });
  try {
    if ((await backup.settings.read(mark)) === undefined) {
      throw new ProblemError(problem('OUT-SYN-040', { path, fault: 'it lacks the mark of a backup' }));
    }
    await beginEpoch(backup.settings);
    const { id } = await readIdentity(backup.settings);
    await leaveRulingLog(backup.settings, id, systemClock.now());
    await releaseLeases(backup);
    return await backup.snapshot((from) => storage.replace((to) => copyAll(from, to)));
  } finally {
    await backup.close();
  }
}

/** No process that held one runs any more. */
async function releaseLeases({ leases }: Storage): Promise<void> {
  for (const name of leaseNames) {
    const row = await leases.read(name);
    if (row) await leases.take(row, { ...row, holder: '' });
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync();
  await file.close();
}

/** For the command line. */
export async function printBackUp(storage: Storage, path: string): Promise<void> {
  const rows = await backUp(storage, path);
  console.log(`${rows} rows, ${(await stat(path)).size} bytes in ${path}.`);
}

export async function printRestore(
  storage: Storage,
  path: string,
  options: { isReplacing: boolean },
): Promise<void> {
  console.log(
    `${await restore(storage, path, options)} rows restored. Start the hub; devices offer what is missing.`,
  );
}
