import type { Entry } from '#shared/changelog/entry.ts';
import { isOfOrder } from '#shared/sync/stub-gate.ts';
import type { OutpostDatabase } from '../database.ts';
import { readEntries } from '../log.ts';

/** The `redact` and `confirm` entries that are here. */
export async function knownOrders(database: OutpostDatabase): Promise<readonly Entry[]> {
  const rows = await database.records.orderBy('redaction').toArray();
  const entries = await Promise.all(rows.map((row) => readEntries(database, row)));
  return entries.flat().filter(isOfOrder);
}
