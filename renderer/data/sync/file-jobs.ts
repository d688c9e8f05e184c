import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { smallAndNewFirst, tallyOf } from '#shared/sync/files.ts';
import { namedFiles } from '../attachments/blobs.ts';
import type { BlobRow, OutpostDatabase } from '../database.ts';
import type { HubRow } from './hub-rows.ts';
import { links, type Link } from './link-profiles.ts';
import type { FilesStatus } from './protocol.ts';

/** A content that this device and a hub do not both hold. */
export interface FileJob {
  readonly kind: 'send' | 'fetch';
  readonly hash: string;
  /** Bytes; of one to fetch, as the entry or the hub says. */
  readonly size: number;
  /** Epoch ms of the newest entry that names it. */
  readonly at: number;
  readonly isWanted: boolean;
}

/** Names a hub as it is now: one that was restored from a backup may lack what it held, so it is asked anew. */
export function hubMark({ id, age = '' }: HubRow): string {
  return `${id} ${age}`;
}

/** All that records name and only one of the two holds, in the order in which it goes: what people asked for, then small and new ones. */
export async function fileJobs(database: OutpostDatabase, hub: HubRow): Promise<readonly FileJob[]> {
  const named = await namedFiles(database);
  if (named.length === 0) return [];
  const rows = new Map((await database.blobs.toArray()).map((row) => [row.hash, row]));
  const mark = hubMark(hub);
  const jobs = named.flatMap(([hash, size, at]): readonly FileJob[] => {
    const row = rows.get(hash);
    const kind = kindOf(row, mark);
    if (!kind) return [];
    return [{ kind, hash, size: row?.size ?? size, at, isWanted: row?.isWanted ?? false }];
  });
  return jobs.sort(inOrder);
}

function kindOf(row: BlobRow | undefined, mark: string): FileJob['kind'] | undefined {
  if (row?.state === 'storing') return undefined;
  if (row?.state !== 'whole') return 'fetch';
  return row.hubs.includes(mark) ? undefined : 'send';
}

function inOrder(a: FileJob, b: FileJob): number {
  return Number(b.isWanted) - Number(a.isWanted) || smallAndNewFirst(a, b);
}

export function isTakenBy({ largestFile }: Link, { size, isWanted }: FileJob): boolean {
  return isWanted || size <= largestFile;
}

export async function filesStatus(
  database: OutpostDatabase,
  hub: HubRow,
): Promise<Pick<FilesStatus, 'toSend' | 'toFetch' | 'held'>> {
  const jobs = await fileJobs(database, hub);
  const link = links[hub.profile];
  return {
    toSend: tallyOf(jobs.filter(({ kind }) => kind === 'send')),
    toFetch: tallyOf(jobs.filter(({ kind }) => kind === 'fetch')),
    held: tallyOf(jobs.filter((job) => !isTakenBy(link, job))),
  };
}

/** Notes that a person asked for a content. @throws ProblemError OUT-ATT-006 where no record names it */
export async function wantFile(database: OutpostDatabase, hash: string): Promise<void> {
  const key = (await namedFiles(database)).find(([named]) => named === hash);
  if (!key) throw new ProblemError(problem('OUT-ATT-006'));
  await database.transaction('rw', database.blobs, async () => {
    const row = await database.blobs.get(hash);
    if (row) await database.blobs.update(hash, { isWanted: true });
    else {
      await database.blobs.add({
        hash,
        size: key[1],
        received: 0,
        state: 'partial',
        hubs: [],
        isWanted: true,
      });
    }
  });
}
