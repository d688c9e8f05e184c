import type { unparse } from 'papaparse';
import { isoInZone, type ExportCell } from './export-columns.ts';
import { neutralise } from './neutralise.ts';

/** Spreadsheets take a file without it for their own old code page. */
export const byteOrderMark = '\uFEFF';

const lineEnd = '\r\n';

/** Lines of CSV (RFC 4180), each with its end. Texts that begin like a formula are neutralised. */
export function csvLines(
  rows: readonly (readonly ExportCell[])[],
  zone: string,
  write: typeof unparse,
): string {
  if (rows.length === 0) return '';
  const plain = rows.map((row) => row.map((cell) => csvCell(cell, zone)));
  return write(plain, { newline: lineEnd, escapeFormulae: false }) + lineEnd;
}

function csvCell(cell: ExportCell, zone: string): string | number {
  if (cell === null) return '';
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  if (typeof cell === 'string') return neutralise(cell);
  if ('day' in cell) return cell.day;
  return isoInZone(cell.instant, zone);
}
