import type { OutpostDatabase } from '#renderer/data/database.ts';

/** Number and hash of the newest entry of each replica. */
export async function heads(database: OutpostDatabase): Promise<Readonly<Record<string, string>>> {
  const ends: Record<string, string> = {};
  for (const row of await database.log.orderBy('[replica+from]').toArray())
    ends[row.replica] = `${row.to} ${row.hash}`;
  return ends;
}
