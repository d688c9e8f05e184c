import { decodeEntries } from '#shared/changelog/codec.ts';
import type { Vector } from '#shared/sync/vector.ts';
import type { OutpostDatabase } from '../database.ts';
import { rowWith } from '../own-logs.ts';

/** What this database holds of every replica. Read from the log itself, so it cannot say anything else than the log. */
export async function localVector(database: OutpostDatabase): Promise<Vector> {
  const held: Record<string, number> = {};
  const rows = database.log;
  let last = await rows.orderBy('[replica+from]').last();
  while (last) {
    held[last.replica] = last.to;
    last = await rows.where('[replica+from]').below([last.replica, 0]).last();
  }
  return held;
}

/** What stood in every log before a date, by the claims of the writers' clocks. */
export async function vectorBefore(database: OutpostDatabase, have: Vector, since: number): Promise<Vector> {
  const before: Record<string, number> = {};
  for (const [replica, to] of Object.entries(have)) {
    let seq = to;
    for (let row = await rowWith(database, replica, seq); row; row = await rowWith(database, replica, seq)) {
      const entries = decodeEntries(row.bytes);
      const first = entries.findIndex(({ stamp }) => stamp.wall >= since);
      if (first === -1) break;
      seq = row.from + first - 1;
      if (first > 0 || seq === 0) break;
    }
    if (seq > 0) before[replica] = seq;
  }
  return before;
}
