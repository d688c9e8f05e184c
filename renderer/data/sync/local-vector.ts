import type { Vector } from '#shared/sync/vector.ts';
import type { OutpostDatabase } from '../database.ts';

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
