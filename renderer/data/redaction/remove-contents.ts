import { decodeEntries, encodeEntries, hashEntry } from '#shared/changelog/codec.ts';
import type { Entry, RedactedEntry } from '#shared/changelog/entry.ts';
import { isOrdered } from '#shared/changelog/redaction/orders.ts';
import { stubOf } from '#shared/changelog/redaction/stub.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import { parseEntryRef } from '#shared/kernel/ids.ts';
import { openRun, packRun } from '#shared/sync/wire.ts';
import { isNamed, removeBlob } from '../attachments/blobs.ts';
import type { AsideRow, OutpostDatabase } from '../database.ts';
import { journalRow, rowWith } from '../own-logs.ts';

export interface RemovalParts {
  readonly database: OutpostDatabase;
  readonly journal: OutpostBridge['journal'] | undefined;
}

/**
 * Removes entries that a confirmed order about a record names from all places of this device, one small transaction after the other. It can be broken off anywhere and begun
 * again: each step finds by itself what is left to do (RED-120).
 * @returns false while an entry that it names is not here, or is not what the order says: then there is something left to do.
 */
export async function removeContents(
  parts: RemovalParts,
  record: string,
  entries: readonly RedactedEntry[],
): Promise<boolean> {
  const { database } = parts;
  let isWhole = true;
  for (const named of entries) {
    await removeFile(database, named);
    const stub = await removeFromLog(database, named);
    if (!stub) {
      isWhole = false;
      continue;
    }
    await removeFromAside(database, named, stub);
    await removeFromJournal(parts, named, stub);
  }
  await removeDrafts(database, record);
  return isWhole;
}

/** The log row is written anew with the stub; its hash and signature go on to fit. */
async function removeFromLog(database: OutpostDatabase, named: RedactedEntry): Promise<Entry | undefined> {
  const place = parseEntryRef(named.entry);
  if (!place) return undefined;
  const { replica, seq } = place;
  return database.transaction('rw', database.log, async () => {
    const row = await rowWith(database, replica, seq);
    const entries = row && row.to >= seq ? decodeEntries(row.bytes) : [];
    const entry = entries.find((one) => one.seq === seq);
    const stub = entry && stubOf(entry, named.keep);
    if (!row || !stub || !isOrdered(stub, named)) return undefined;
    if (entry.body.kind !== 'redacted') {
      const bytes = encodeEntries(entries.map((one) => (one === entry ? stub : one)));
      await database.log.put({ ...row, bytes });
    }
    return stub;
  });
}

/** RED-122: the content of a file goes where no entry that counts names it, before the entry does: that alone knows which it is. */
async function removeFile(database: OutpostDatabase, { entry }: RedactedEntry): Promise<void> {
  const place = parseEntryRef(entry);
  const row = place && (await rowWith(database, place.replica, place.seq));
  const found = row && decodeEntries(row.bytes).find(({ seq }) => seq === place.seq);
  if (found?.body.kind !== 'attach') return;
  const { hash } = found.body;
  if (!(await isNamed(database, hash))) await removeBlob(database, hash);
}

/** What was kept aside of that log: the entry by itself, or a run that holds it. */
async function removeFromAside(database: OutpostDatabase, named: RedactedEntry, stub: Entry): Promise<void> {
  const rows = await database.aside.where('key').startsWith(`${stub.replica}:`).toArray();
  for (const row of rows) {
    const kept = withoutContents(row, named, stub);
    if (kept === 'gone') await database.aside.delete(row.key);
    else if (kept) await database.aside.put({ ...row, bytes: kept });
  }
}

/** The bytes without the contents; undefined where they hold none of them; `gone` where they cannot be read, and may hold them. */
function withoutContents(
  { reason, bytes, key }: AsideRow,
  { entry: ref, keep }: RedactedEntry,
  stub: Entry,
): Uint8Array | 'gone' | undefined {
  const hash = hashEntry(stub);
  const change = (entries: readonly Entry[]) => {
    const held = entries.find(
      (entry) => `${entry.replica}:${entry.seq}` === ref && entry.body.kind !== 'redacted',
    );
    const left = held && (hashEntry(held) === hash ? stub : stubOf(held, keep));
    return left && entries.map((entry) => (entry === held ? left : entry));
  };
  try {
    const isRun = reason === 'refused';
    const entries = isRun ? openRun(bytes).entries : decodeEntries(bytes);
    const changed = change(entries);
    return changed && (isRun ? packRun(changed) : encodeEntries(changed));
  } catch {
    const from = Number(key.split(':')[1]);
    return from <= stub.seq ? 'gone' : undefined;
  }
}

/** Own entries stand in the journal as well. */
async function removeFromJournal(
  { journal }: RemovalParts,
  { keep }: RedactedEntry,
  stub: Entry,
): Promise<void> {
  if (!journal) return;
  const { replica, seq } = stub;
  const status = await journal.status();
  const isHeld =
    status.state === 'open' &&
    status.replicas.some(
      (log) => log.replica === replica && log.ranges.some(({ from, to }) => from <= seq && seq <= to),
    );
  if (!isHeld) return;
  const { rows } = await journal.readRange(replica, seq, seq);
  const held = rows.flatMap(({ bytes }) => decodeEntries(bytes));
  if (held.every(({ body }) => body.kind === 'redacted')) return;
  // Two different rows under a number are two branches of a fork: both say it.
  await journal.replace(held.map((entry) => journalRow(stubOf(entry, keep) ?? entry)));
}

/** What somebody typed about the record may say it again. */
async function removeDrafts(database: OutpostDatabase, record: string): Promise<void> {
  const keys = await database.drafts.toCollection().primaryKeys();
  await database.drafts.bulkDelete(keys.filter((key) => key.includes(record)));
}
