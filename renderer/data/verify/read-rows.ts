import { decodeEntries } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import type { LogRow, OutpostDatabase, RecordRow } from '../database.ts';
import { settled } from '../log.ts';
import { reasonOf } from '../storage-problem.ts';
import { openReading } from '../transaction.ts';
import { openRow } from '../vault/contents.ts';

/** A log row as it stands on the disk. Without `entries` it could not be read, and `problem` says why. */
export interface OpenedRow {
  readonly row: Omit<LogRow, 'bytes'>;
  readonly isSealed: boolean;
  readonly entries?: readonly Entry[];
  readonly problem?: Problem;
}

/** Log rows in order of arrival, each opened by itself: a damaged one holds up none of the others. */
export async function readLogRows(
  database: OutpostDatabase,
  range: IDBKeyRange | null,
  most?: number,
): Promise<readonly OpenedRow[]> {
  const store = openReading(database, ['log']).objectStore('log');
  const rows = (await settled(store.getAll(range, most))) as LogRow[];
  return rows.map((row) => opened(database, row));
}

/** The rows of these arrival numbers; those that are missing are left out. */
export async function readLogRowsAt(
  database: OutpostDatabase,
  places: readonly number[],
): Promise<readonly OpenedRow[]> {
  const store = openReading(database, ['log']).objectStore('log');
  const rows = await Promise.all(places.map((n) => settled(store.get(n)) as Promise<LogRow | undefined>));
  return rows.flatMap((row) => (row ? [opened(database, row)] : []));
}

/** A record's row; `row` is missing where it cannot be opened. */
export interface OpenedRecord {
  readonly id: string;
  readonly n: number;
  readonly isSealed: boolean;
  readonly row?: RecordRow;
}

/** Records behind an id, in order of their ids. */
export async function readRecordRows(
  database: OutpostDatabase,
  after: string,
  most: number,
): Promise<readonly OpenedRecord[]> {
  const store = openReading(database, ['records']).objectStore('records');
  const rows = (await settled(store.getAll(IDBKeyRange.lowerBound(after, true), most))) as RecordRow[];
  return rows.map((row) => openedRecord(database, row));
}

export async function readRecordRowsOf(
  database: OutpostDatabase,
  ids: readonly string[],
): Promise<readonly OpenedRecord[]> {
  const store = openReading(database, ['records']).objectStore('records');
  const rows = await Promise.all(ids.map((id) => settled(store.get(id)) as Promise<RecordRow | undefined>));
  return rows.flatMap((row) => (row ? [openedRecord(database, row)] : []));
}

function opened({ vault }: OutpostDatabase, stored: LogRow): OpenedRow {
  const isSealed = 'sealed' in stored;
  const { replica, from, to } = stored;
  let row: LogRow;
  try {
    row = openRow(vault, 'log', stored);
  } catch {
    return { row: stored, isSealed, problem: problem('OUT-VER-002', { replica, from, to }) };
  }
  try {
    return { row, isSealed, entries: decodeEntries(row.bytes) };
  } catch (error) {
    const fault = reasonOf(error).replace(/\.$/, '');
    return { row, isSealed, problem: problem('OUT-VER-004', { replica, from, to, fault }) };
  }
}

function openedRecord({ vault }: OutpostDatabase, stored: RecordRow): OpenedRecord {
  const { id, n } = stored;
  const isSealed = 'sealed' in stored;
  try {
    return { id, n, isSealed, row: openRow(vault, 'records', stored) };
  } catch {
    return { id, n, isSealed };
  }
}
