import { noHead, type Head } from '#shared/changelog/chain.ts';
import { problem } from '#shared/kernel/errors.ts';
import type { Directory } from '#shared/sync/directory.ts';
import type { LogRow, OutpostDatabase } from '../database.ts';
import { settled } from '../log.ts';
import { openReading } from '../transaction.ts';
import { ChainCheck } from './chain-check.ts';
import type { Seen } from './fold-check.ts';
import type { VerifyFault, VerifyMark } from './protocol.ts';
import { readLogRowsAt, type OpenedRow } from './read-rows.ts';

/** Rows and records of what was verified before that are looked at again. */
const sampleRows = 30;
const sampleRecords = 200;

/** The ends of the logs as an earlier run found them have to stand where they stood: a log that was cut shows here. */
export async function checkMark(
  database: OutpostDatabase,
  { heads }: VerifyMark,
): Promise<readonly VerifyFault[]> {
  const faults: VerifyFault[] = [];
  for (const [replica, { seq, hash }] of Object.entries(heads)) {
    const row = await lastBefore(database, replica, seq);
    if (row?.to === seq && row.hash === hash) continue;
    const where = { replica, seq };
    faults.push({ ...where, problem: problem('OUT-VER-012', where) });
  }
  return faults;
}

/** Looks at some rows up to an arrival number again, each against the row before it. */
export async function checkSample(
  { database, random }: { readonly database: OutpostDatabase; readonly random: () => number },
  {
    upTo,
    ...terms
  }: { readonly directories: readonly Directory[]; readonly mustBeSealed: boolean; readonly upTo: number },
): Promise<{ readonly faults: readonly VerifyFault[]; readonly seen: ReadonlyMap<string, Seen> }> {
  const seen = new Map<string, Seen>();
  const faults: VerifyFault[] = [];
  if (upTo === 0) return { faults, seen };
  const places = new Set<number>();
  for (let index = 0; index < sampleRows; index += 1) {
    const n = await placeOf(database, 1 + Math.floor(random() * upTo));
    if (n !== undefined) places.add(n);
  }
  for (const opened of await readLogRowsAt(database, [...places])) {
    const { replica, from } = opened.row;
    const before = await lastBefore(database, replica, from - 1);
    const head: Head = before ? { seq: before.to, hash: before.hash } : noHead;
    faults.push(...new ChainCheck({ ...terms, heads: { [replica]: head } }).take(opened));
    noteSome(seen, opened);
  }
  return { faults, seen };
}

function noteSome(seen: Map<string, Seen>, { row, entries = [] }: OpenedRow): void {
  for (const { record, replica, seq } of entries) {
    if (seen.size >= sampleRecords) return;
    if (!seen.has(record)) seen.set(record, { places: [row.n], replica, seq });
  }
}

/** The newest row of a replica that begins at `seq` or before it, with what stands in the clear. */
async function lastBefore(
  database: OutpostDatabase,
  replica: string,
  seq: number,
): Promise<LogRow | undefined> {
  const log = openReading(database, ['log']).objectStore('log');
  const range = IDBKeyRange.bound([replica, 0], [replica, seq]);
  const cursor = await settled(log.index('[replica+from]').openCursor(range, 'prev'));
  return cursor?.value as LogRow | undefined;
}

/** Key of the row that holds an arrival number. */
async function placeOf(database: OutpostDatabase, n: number): Promise<number | undefined> {
  const log = openReading(database, ['log']).objectStore('log');
  const cursor = await settled(log.openKeyCursor(IDBKeyRange.upperBound(n), 'prev'));
  return cursor?.key as number | undefined;
}
