import writeExcelFile, { type Cell } from 'write-excel-file/universal';
import { zoneRules } from '#shared/kernel/zone-rules.ts';
import type { ExportCell } from './export-columns.ts';

/** Excel refuses files with longer texts in a cell. */
const longestText = 32_767;
const cutMark = ' … (cut: a cell of Excel holds no more)';
const widest = 60;

/** One sheet of a workbook. */
export interface ExportSheet {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly ExportCell[])[];
  /** Stands above the headings and below the rows; absent where each row says its own. */
  readonly marking?: string;
}

/**
 * An .xlsx file. Texts are written as texts, so none is calculated whatever it begins with; instants are dates on the wall clock of the
 * zone. Headings stay in view.
 */
export async function makeWorkbook(
  sheets: readonly ExportSheet[],
  zone: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const rules = zoneRules(zone);
  const local = (at: number) => new Date(at + (rules.ok ? rules.value.offsetAt(at) : 0));
  const made = sheets.map(({ name, headers, rows, marking }) => {
    const mark: Cell[][] = marking === undefined ? [] : [[bold(marking)]];
    const body = rows.map((row) => row.map((cell) => excelCell(cell, local)));
    return {
      data: [...mark, headers.map(bold), ...body, ...mark],
      sheet: sheetName(name),
      stickyRowsCount: mark.length + 1,
      columns: headers.map((header, column) => ({ width: widthOf(header, rows, column) })),
    };
  });
  const blob = await writeExcelFile(made).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function bold(value: string): Cell {
  return { value, type: String, fontWeight: 'bold' };
}

function excelCell(cell: ExportCell, local: (at: number) => Date): Cell {
  if (cell === null) return null;
  if (typeof cell === 'string') {
    const fits = cell.length <= longestText ? cell : cell.slice(0, longestText - cutMark.length) + cutMark;
    return { value: fits, type: String };
  }
  if (typeof cell === 'object' && 'day' in cell)
    return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  if (typeof cell === 'object') return { value: local(cell.instant), type: Date, format: 'yyyy-mm-dd hh:mm' };
  return cell;
}

/** Wide enough for the first rows, not for the longest text. */
function widthOf(header: string, rows: readonly (readonly ExportCell[])[], column: number): number {
  const lengths = rows.slice(0, 100).map((row) => {
    const cell = row[column];
    return typeof cell === 'object' && cell !== null ? 16 : String(cell ?? '').length;
  });
  return Math.min(widest, Math.max(header.length, ...lengths) + 2);
}

/** Excel allows 31 characters and not all signs. */
function sheetName(text: string): string {
  return text.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
