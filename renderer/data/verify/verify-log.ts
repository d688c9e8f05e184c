import type { Catalogue } from '#shared/definition/catalogue.ts';
import { problem } from '#shared/kernel/errors.ts';
import type { OutpostDatabase } from '../database.ts';
import { readEnds } from '../log.ts';
import { readHubs } from '../sync/hub-rows.ts';
import { ChainCheck } from './chain-check.ts';
import { checkRecords, type Seen } from './fold-check.ts';
import type { Verified, VerifyFault, VerifyMark, VerifyOrder, VerifyProgress } from './protocol.ts';
import {
  readLogRows,
  readRecordRows,
  readRecordRowsOf,
  type OpenedRecord,
  type OpenedRow,
} from './read-rows.ts';
import { checkMark, checkSample } from './verify-known.ts';

export interface VerifyParts {
  readonly database: OutpostDatabase;
  readonly catalogue: Catalogue;
  /** Epoch ms. */
  readonly now: () => number;
  /** 0 to 1, for the sample. */
  readonly random: () => number;
  readonly onProgress?: (progress: VerifyProgress) => void;
}

const rowsAtOnce = 100;
const recordsAtOnce = 2000;
const mostFaults = 100;
const noMark: VerifyMark = { upTo: 0, entries: 0, heads: {}, signed: {} };

/**
 * Checks the log of this device as it stands on the disk, and that every record is the fold of its entries. Writes go on meanwhile: what comes
 * after the beginning is left to the next run. Changes nothing.
 * @param mark what an earlier run found whole.
 */
export async function verifyLog(
  parts: VerifyParts,
  { reach, mustBeSealed }: VerifyOrder,
  mark: VerifyMark = noMark,
): Promise<Verified> {
  const { database, catalogue, now } = parts;
  const begun = performance.now();
  const directories = (await readHubs(database)).map(({ directory }) => directory);
  const start = reach === 'news' ? mark : noMark;
  const chains = new ChainCheck({ directories, mustBeSealed, heads: start.heads, signed: start.signed });
  const faults: VerifyFault[] = [];
  const { n: upTo } = await readEnds(database, []);
  const seen = new Map<string, Seen>();
  const read = await followLog(parts, { after: start.upTo, upTo }, (row) => {
    faults.push(...chains.take(row));
    note(seen, row);
  });
  faults.push(...(await checkMark(database, mark)));
  const terms = { seen, upTo, mustBeSealed, now: now() };
  if (reach === 'news') {
    const sample = await checkSample(parts, { directories, mustBeSealed, upTo: start.upTo });
    faults.push(...sample.faults);
    for (const [record, one] of sample.seen) if (!seen.has(record)) seen.set(record, one);
  }
  const missing = new Set(seen.keys());
  let [recordsRead, redacted] = [0, 0];
  for await (const records of pagesOf(parts, reach, [...seen.keys()])) {
    for (const { id } of records) missing.delete(id);
    recordsRead += records.length;
    const checked = await checkRecords(database, catalogue, records, terms);
    faults.push(...checked.faults);
    redacted += checked.redacted;
  }
  for (const record of missing) faults.push(missingRecord(record, seen.get(record)));
  const signed = [...chains.signed].reduce((sum, [, seq]) => sum + seq, 0);
  const entries = start.entries + read.entries;
  return {
    result: {
      reach,
      at: now(),
      milliseconds: Math.round(performance.now() - begun),
      entries,
      signed,
      rowsRead: read.rows,
      recordsRead,
      redacted,
      faults: faults.slice(0, mostFaults),
      faultCount: faults.length,
    },
    ...(faults.length > 0
      ? {}
      : {
          mark: {
            upTo,
            entries,
            heads: Object.fromEntries(chains.heads),
            signed: Object.fromEntries(chains.signed),
          },
        }),
  };
}

async function followLog(
  { database, onProgress }: VerifyParts,
  { after, upTo }: { readonly after: number; readonly upTo: number },
  take: (row: OpenedRow) => void,
): Promise<{ readonly rows: number; readonly entries: number }> {
  let [rows, entries, next] = [0, 0, after];
  while (next < upTo) {
    const page = await readLogRows(database, IDBKeyRange.bound(next, upTo, true), rowsAtOnce);
    if (page.length === 0) break;
    for (const opened of page) {
      take(opened);
      entries += opened.row.count;
      next = opened.row.n;
    }
    rows += page.length;
    onProgress?.({ phase: 'log', done: next - after, total: upTo - after });
  }
  return { rows, entries };
}

/** Notes in which rows the log holds entries of which records. */
function note(seen: Map<string, Seen>, { row, entries = [] }: OpenedRow): void {
  for (const { record, replica, seq } of entries) {
    const known = seen.get(record);
    if (!known) seen.set(record, { places: [row.n], replica, seq });
    else if (known.places.at(-1) !== row.n) known.places.push(row.n);
  }
}

/** All records, or those of the entries that were read. */
async function* pagesOf(
  { database, onProgress }: VerifyParts,
  reach: VerifyOrder['reach'],
  ids: readonly string[],
): AsyncGenerator<readonly OpenedRecord[]> {
  const total = reach === 'all' ? await database.records.count() : ids.length;
  let after = '';
  for (let done = 0; done < total;) {
    const page =
      reach === 'all'
        ? await readRecordRows(database, after, recordsAtOnce)
        : await readRecordRowsOf(database, ids.slice(done, done + recordsAtOnce));
    yield page;
    after = page.at(-1)?.id ?? '';
    done += reach === 'all' ? page.length : recordsAtOnce;
    if (reach === 'all' && page.length === 0) return;
    onProgress?.({ phase: 'records', done: Math.min(done, total), total });
  }
}

function missingRecord(record: string, seen: Seen | undefined): VerifyFault {
  const where = { record, replica: seen?.replica ?? '', seq: seen?.seq ?? 0 };
  return { ...where, problem: problem('OUT-VER-009', where) };
}
