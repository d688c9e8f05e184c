import { decodeEntries } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { noHead } from '#shared/changelog/chain.ts';
import { forkPointOf } from '#shared/sync/fork.ts';
import type { HeldLogs } from '#shared/sync/fork-plan.ts';
import type { LogRow, OutpostDatabase } from '../database.ts';
import { rowWith } from '../own-logs.ts';
import { localVector } from './local-vector.ts';

/** The logs of this database, as entries. */
export function heldBranches(database: OutpostDatabase): HeldLogs {
  return {
    async read(replica, from) {
      const rows = await rowsFrom(database, replica, from);
      const entries = rows.flatMap((row) => decodeEntries(row.bytes)).filter(({ seq }) => seq >= from);
      return { entries, hash: rows.at(-1)?.hash ?? noHead.hash };
    },
    async forks() {
      const firsts: Entry[] = [];
      for (const replica of Object.keys(await localVector(database))) {
        const row = await rowWith(database, replica, 1);
        const [first] = row ? decodeEntries(row.bytes) : [];
        if (first && forkPointOf(first)) firsts.push(first);
      }
      return firsts;
    },
  };
}

/** Rows of a replica's log that hold entries from a number on. */
export async function rowsFrom(
  database: OutpostDatabase,
  replica: string,
  from: number,
): Promise<readonly LogRow[]> {
  const first = await rowWith(database, replica, from);
  if (!first) return [];
  const rows = database.log.where('[replica+from]').between([replica, first.from], [replica, Infinity]);
  return (await rows.toArray()).filter((row) => row.to >= from);
}

/** Hash of an entry, '' for 0; undefined where it is not here. */
export async function hashHere(
  database: OutpostDatabase,
  replica: string,
  seq: number,
): Promise<string | undefined> {
  if (seq === 0) return noHead.hash;
  const row = await rowWith(database, replica, seq);
  if (!row || row.to < seq) return undefined;
  const next = row.to === seq ? undefined : decodeEntries(row.bytes)[seq + 1 - row.from];
  return next?.prev ?? row.hash;
}
