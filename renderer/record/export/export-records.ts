import { columnValues } from '#shared/engine/column-values.ts';
import { isMarked, markingField, markingFieldName } from '#shared/definition/marking-field.ts';
import { markingOf } from '#shared/engine/marking.ts';
import { visibleFields } from '#shared/engine/permit.ts';
import { MarkingTally } from '../marking-tally.ts';
import { breathe } from './breathe.ts';
import { byteOrderMark, csvLines } from './to-csv.ts';
import { openWorkbook } from './workbook-client.ts';
import { exportColumns, type ExportCell, type ExportColumn } from './export-columns.ts';
import type { Data } from '#renderer/data/data.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';

export type ExportFormat = 'csv' | 'xlsx';

export interface ExportWish {
  readonly type: RecordType;
  readonly format: ExportFormat;
  /** Columns by name; all, with long texts and tables, if absent. */
  readonly columns: readonly string[] | undefined;
  /** The records: all that a query finds, or those chosen. */
  readonly records: Query | readonly string[];
}

export interface ExportProgress {
  readonly done: number;
  readonly total: number;
}

interface Options {
  readonly actor: Actor;
  readonly zone: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
}

const chosenPerRead = 500;
/** Few enough that the page answers a key in between. */
const recordsAtOnce = 50;

/** A file, and the highest marking of all that stands in it. */
export interface ExportedFile {
  readonly bytes: Uint8Array;
  readonly marking: string;
}

/** The file, or nothing once it was cancelled. Never capped: records are read and written page by page. */
export async function exportRecords(
  data: Data,
  wish: ExportWish,
  options: Options,
): Promise<ExportedFile | undefined> {
  const columns = withMarkings(exportColumns(wish.type, options.actor, wish.columns), wish.type, data);
  const headers = columns.map(({ header }) => header);
  const tally = new MarkingTally(data);
  const pages = pagesOf(data, wish, columns, tally, options);
  const bytes =
    wish.format === 'csv'
      ? await exportCsv(pages, headers, options)
      : await exportWorkbook(pages, wish.type.plural, headers, options);
  return bytes && { bytes, marking: tally.highest() };
}

/** A file says of each line how it is marked, whether the record says so itself or the unit. */
function withMarkings(
  columns: readonly ExportColumn[],
  type: RecordType,
  { config }: Data,
): readonly ExportColumn[] {
  if (!isMarked(type)) return columns;
  const marking: ExportColumn = {
    name: markingFieldName,
    header: markingField.label,
    isReference: false,
    read: (record) => markingOf(record, config),
  };
  return [...columns.filter(({ name }) => name !== markingFieldName), marking];
}

type Pages = AsyncGenerator<readonly (readonly ExportCell[])[]>;

async function exportCsv(pages: Pages, headers: readonly string[], { zone, signal }: Options) {
  const { default: papa } = await import('papaparse');
  const parts: string[] = [byteOrderMark, csvLines([headers], zone, papa.unparse)];
  for await (const rows of pages) {
    if (signal.aborted) return undefined;
    parts.push(csvLines(rows, zone, papa.unparse));
  }
  return signal.aborted ? undefined : new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function exportWorkbook(
  pages: Pages,
  sheet: string,
  headers: readonly string[],
  { zone, signal }: Options,
) {
  const workbook = openWorkbook();
  const stop = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined));
  });
  try {
    for await (const rows of pages) {
      if (signal.aborted) return undefined;
      workbook.add(rows);
    }
    return await Promise.race([workbook.finish(sheet, headers, zone), stop]);
  } finally {
    workbook.close();
  }
}

/** Rows of the file in pages; ends early once cancelled. */
async function* pagesOf(
  data: Data,
  wish: ExportWish,
  columns: readonly ExportColumn[],
  tally: MarkingTally,
  options: Options,
): Pages {
  let done = 0;
  for await (const { records, total } of recordPages(data, wish.records)) {
    if (options.signal.aborted) return;
    for (let from = 0; from < records.length; from += recordsAtOnce) {
      const some = records.slice(from, from + recordsAtOnce);
      const seen = some.map((record) => visibleFields(wish.type, options.actor, record));
      yield await toRows(data, wish.type, columns, tally, seen);
      await breathe();
    }
    done += records.length;
    options.onProgress({ done, total });
  }
}

async function* recordPages(
  data: Data,
  wanted: Query | readonly string[],
): AsyncGenerator<{ readonly records: readonly RecordView[]; readonly total: number }> {
  if ('type' in wanted) {
    yield* data.all(wanted);
    return;
  }
  for (let from = 0; from < wanted.length; from += chosenPerRead) {
    yield { records: await data.loadMany(wanted.slice(from, from + chosenPerRead)), total: wanted.length };
  }
}

async function toRows(
  data: Data,
  type: RecordType,
  columns: readonly ExportColumn[],
  tally: MarkingTally,
  records: readonly RecordView[],
): Promise<readonly (readonly ExportCell[])[]> {
  const cells = records.map((record) => columnValues(type, record, data.config, data.now()));
  const references = columns.filter(({ isReference }) => isReference);
  const ids = cells.flatMap((row) => references.flatMap(({ name }) => row[name] ?? []));
  const named = [...new Set(ids.filter((id) => typeof id === 'string'))];
  const labels = await data.labels(named);
  tally.addRecords(records);
  await tally.addNamed(named);
  const label = (id: string) => labels[id] ?? id;
  return records.map((record, index) => columns.map(({ read }) => read(record, cells[index] ?? {}, label)));
}
