import type { Entry, RedactedEntry } from '#shared/changelog/entry.ts';
import { isOrdered } from '#shared/changelog/redaction/orders.ts';
import { stubOf } from '#shared/changelog/redaction/stub.ts';
import { parseEntryRef, type EntryRef } from '#shared/kernel/ids.ts';
import { openRun, packRun } from '#shared/sync/wire.ts';
import { addRemovedFile } from './known-orders.ts';
import type { SegmentRow } from '../../storage/tables.ts';
import type { Shelves } from '../../storage/storage.ts';

/**
 * Removes the contents of an entry that a standing order names: in the stored run, in what was set aside, and the content of its file where no other
 * entry names that. Within a transaction under the lock of the workspace. @returns whether anything was changed.
 */
export async function removeContents(
  shelves: Shelves,
  workspace: string,
  named: RedactedEntry,
  files: ReadonlyMap<string, Set<EntryRef>>,
): Promise<boolean> {
  const place = parseEntryRef(named.entry);
  if (!place) return false;
  const { replica, seq } = place;
  const run = await shelves.logs.covering(workspace, replica, seq);
  if (!run || run.head === '' || run.first > seq) return false;
  const { entries } = openRun(run.bytes, { prev: run.prev });
  const entry = entries.find((one) => one.seq === seq);
  const stub = entry && stubOf(entry, named.keep);
  if (!stub || !isOrdered(stub, named)) return false;
  const isLetGo = await letGoLetters(shelves, workspace, stub);
  if (entry.body.kind === 'redacted') return isLetGo;
  await repack(
    shelves,
    workspace,
    run,
    entries.map((one) => (one === entry ? stub : one)),
  );
  if (entry.body.kind === 'attach') {
    const { hash } = entry.body;
    const naming = files.get(hash);
    naming?.delete(named.entry);
    if (!naming || naming.size === 0) await shelves.blobs.remove({ workspace, hash });
    await addRemovedFile(shelves.settings, workspace, hash);
  }
  return true;
}

/** Numbers, hash and signature of the stored run stay: the next device gets it as if nothing had been. */
async function repack(
  { logs }: Shelves,
  workspace: string,
  { arrival, replica }: SegmentRow,
  entries: readonly Entry[],
): Promise<void> {
  await logs.rewrite(workspace, { arrival, replica }, packRun(entries));
}

/** What was refused may hold the entry as well; what cannot be read, and might, goes too. */
async function letGoLetters({ deadLetters }: Shelves, workspace: string, stub: Entry): Promise<boolean> {
  let isLetGo = false;
  for (const { id, replica, first, last, letGoAt, receivedAt } of await deadLetters.list(workspace)) {
    if (letGoAt !== null || replica !== stub.replica || first > stub.seq || last < stub.seq) continue;
    const letter = await deadLetters.find(id);
    if (!letter || !mayHold(letter.bytes, stub)) continue;
    await deadLetters.letGo(id, receivedAt);
    isLetGo = true;
  }
  return isLetGo;
}

function mayHold(bytes: Uint8Array, { seq }: Entry): boolean {
  try {
    const held = openRun(bytes).entries.find((entry) => entry.seq === seq);
    return held !== undefined && held.body.kind !== 'redacted';
  } catch {
    return true;
  }
}
