import type { Redaction } from '#shared/changelog/redaction/orders.ts';
import { parseEntryRef } from '#shared/kernel/ids.ts';
import { mergeVectors, type Vector } from '#shared/sync/vector.ts';
import type { OutpostDatabase } from '../database.ts';
import { readHubs } from '../sync/hub-rows.ts';
import { readPeers } from '../sync/peers.ts';

/** Names of devices and hubs, by what is known here of what each holds. */
export interface Holders {
  /** They have the order, so they remove what it names. */
  readonly passed: readonly string[];
  /** They are not known to have it: the contents may still be there. */
  readonly open: readonly string[];
}

/** RED-130: who of the unit is known to have the confirmed order, this device left out. Whoever was revoked gets nothing any more, and stays open. */
export async function readHolders(
  database: OutpostDatabase,
  own: string,
  { answer, state }: Redaction,
): Promise<Holders> {
  const place = answer && state === 'confirmed' ? parseEntryRef(answer.ref) : undefined;
  const hubs = await readHubs(database);
  const names = new Map<string, string>();
  for (const { id, name, directory } of hubs) {
    names.set(id, name);
    for (const one of directory.replicas) names.set(one.replica, one.name);
  }
  names.delete(own);
  if (!place) return { passed: [], open: [] };
  const held: Record<string, Vector> = { ...(await readPeers(database)) };
  for (const { id, have } of hubs) held[id] = mergeVectors(held[id] ?? {}, have ?? {});
  // Whoever wrote the answer has it.
  held[place.replica] = mergeVectors(held[place.replica] ?? {}, { [place.replica]: place.seq });
  const [passed, open]: [string[], string[]] = [[], []];
  for (const [replica, name] of names) {
    const has = (held[replica]?.[place.replica] ?? 0) >= place.seq;
    (has ? passed : open).push(name);
  }
  return { passed: passed.sort(), open: open.sort() };
}
