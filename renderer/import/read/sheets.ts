import { unzipSync, zipSync, type Unzipped } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { SourceRow } from '#shared/import/source-row.ts';
import type { ByteSource } from './byte-source.ts';
import { mostCells, widestSpread } from './sheet-spread.ts';

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SourceRow[];
}

/** What the parts of a workbook may come to, unpacked: more is a bomb, or belongs into CSV. */
const largestUnpacked = 512 * 2 ** 20;

/**
 * Reads an Excel workbook: all its sheets, every cell as text. Dates come as `2026-11-22T14:30:00`, in the workbook's own
 * clock. @throws ProblemError OUT-IMP-001, OUT-IMP-003.
 */
export async function readSheets(source: ByteSource): Promise<readonly Sheet[]> {
  const parts = unpack(source);
  if (!('xl/workbook.xml' in parts)) throw notWorkbook(source, 'it is an archive without an Excel workbook.');
  const spread = widestSpread(parts);
  if (spread > mostCells)
    throw notWorkbook(source, `its sheets span ${spread.toLocaleString('en-GB')} cells.`);
  try {
    // Stored again without compression: the reader would otherwise start workers from texts, which the content policy forbids.
    const sheets = await readWorkbook(zipSync(parts, { level: 0 }).buffer, { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: toRows(data) }));
  } catch (error) {
    throw notWorkbook(source, error instanceof Error ? error.message : String(error));
  }
}

function unpack(source: ByteSource): Unzipped {
  let unpacked = 0;
  try {
    return unzipSync(source.read(0, source.size), {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/.test(name)) return false;
        unpacked += originalSize;
        if (unpacked > largestUnpacked) throw new ProblemError(tooLarge(source, unpacked));
        return true;
      },
    });
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw notWorkbook(source, 'the archive is damaged.');
  }
}

function tooLarge(source: ByteSource, unpacked: number) {
  const size = `${Math.ceil(unpacked / 2 ** 20)} MB when unpacked`;
  return problem('OUT-IMP-003', { file: source.name, size, limit: `${largestUnpacked / 2 ** 20} MB` });
}

function notWorkbook(source: ByteSource, fault: string): ProblemError {
  return new ProblemError(problem('OUT-IMP-001', { file: source.name, fault }));
}

function toRows(data: readonly (readonly unknown[])[]): readonly SourceRow[] {
  return data
    .map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

const half = 500;
const whole = 1000;

/** Sheets count days in fractions, so a time of day is off by less than a millisecond: rounded to the second. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    const seconds = Math.floor((cell.getTime() + half) / whole) * whole;
    return new Date(seconds).toISOString().slice(0, 19);
  }
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? cell : '';
}
