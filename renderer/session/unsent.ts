import { parseEntryRef } from '#shared/kernel/ids.ts';

/** Whether an entry was written here and no hub is known to hold it. What came from elsewhere has been at a hub or in a bundle. */
export function isUnsent(ref: string, own: string, acknowledged: Readonly<Record<string, number>>): boolean {
  const entry = parseEntryRef(ref);
  return entry?.replica === own && entry.seq > (acknowledged[own] ?? 0);
}
