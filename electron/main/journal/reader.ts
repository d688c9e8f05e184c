import { Buffer } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';
import type { JournalCursor, JournalPage, JournalRangePage, JournalRow } from '#shared/contracts/bridge.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { JournalFile, JournalFileSystem } from './files.ts';
import { filePath } from './files.ts';
import { decodeFrame, fileHeaderLength, frameHeaderLength } from './frame.ts';
import { scanFile } from './scan.ts';

const windowLength = 1024 * 1024;
/** A page crosses two process boundaries in one message. */
const pageLength = 4 * 1024 * 1024;
/** Numbers looked for at once: each time the files that hold them are read. */
const rangeLength = 5_000;

export async function readPage(
  fs: JournalFileSystem,
  folder: string,
  files: readonly JournalFile[],
  from: JournalCursor | null,
  limit: number,
): Promise<JournalPage> {
  const rows: JournalRow[] = [];
  let bytes = 0;
  for (const file of files) {
    if (from !== null && file.number < from.file) continue;
    let offset = file.number === from?.file ? Math.max(from.offset, fileHeaderLength) : fileHeaderLength;
    if (offset >= file.length) continue;
    if (rows.length >= limit || bytes >= pageLength) return { rows, next: { file: file.number, offset } };
    const handle = await fs.open(filePath(folder, file.number), 'r');
    try {
      while (offset < file.length) {
        if (rows.length >= limit || bytes >= pageLength) return { rows, next: { file: file.number, offset } };
        const part = await readWindow(folder, handle, file, offset);
        for (const { row, end } of part) {
          offset = end;
          if (row === undefined) continue;
          rows.push(row);
          bytes += row.bytes.length;
          if (rows.length >= limit || bytes >= pageLength) break;
        }
      }
    } finally {
      await handle.close();
    }
  }
  return { rows, next: null };
}

export async function readRange(
  fs: JournalFileSystem,
  folder: string,
  files: readonly JournalFile[],
  range: { readonly replica: string; readonly from: number; readonly to: number },
): Promise<JournalRangePage> {
  const { replica, from } = range;
  const to = Math.min(range.to, from + rangeLength - 1);
  const found: JournalRow[] = [];
  for (const file of files) {
    if (!file.held.hasAny(replica, from, to)) continue;
    const bytes = await fs.readFile(filePath(folder, file.number));
    scanFile(bytes.subarray(0, file.length), (row) => {
      if (row.replica === replica && row.seq >= from && row.seq <= to) found.push(row);
    });
  }
  // Rows stand in the order they came; the journal gets a lost row again behind later ones.
  found.sort((a, b) => a.seq - b.seq);
  const rows: JournalRow[] = [];
  let length = 0;
  for (const row of found) {
    const isNewSeq = row.seq !== rows.at(-1)?.seq;
    if (isNewSeq && length >= pageLength) return { rows, next: row.seq };
    if (
      !isNewSeq &&
      rows.some((other) => other.seq === row.seq && Buffer.compare(other.bytes, row.bytes) === 0)
    )
      continue;
    rows.push(row);
    length += row.bytes.length;
  }
  return { rows, next: to < range.to ? to + 1 : null };
}

/** A step of reading: a row, or a damaged stretch without one, and where the next step begins. */
interface ReadStep {
  readonly row?: JournalRow;
  readonly end: number;
}

async function readWindow(
  folder: string,
  handle: FileHandle,
  file: JournalFile,
  offset: number,
): Promise<ReadStep[]> {
  const damaged = file.bad.find((span) => span.offset <= offset && offset < span.offset + span.length);
  if (damaged !== undefined) return [{ end: damaged.offset + damaged.length }];
  // Never beyond the acknowledged length: an append may be under way behind it.
  let bytes = await readBytes(handle, offset, Math.min(windowLength, file.length - offset));
  const first = decodeFrame(bytes, 0);
  if (first.kind === 'incomplete' && offset + first.length <= file.length) {
    bytes = await readBytes(handle, offset, first.length);
  }
  const steps: ReadStep[] = [];
  let position = 0;
  while (position + frameHeaderLength <= bytes.length) {
    const frame = decodeFrame(bytes, position);
    if (frame.kind !== 'row') break;
    position += frame.length;
    steps.push({ row: frame.row, end: offset + position });
  }
  return steps.length > 0 ? steps : [await skipNewDamage(folder, handle, file, offset)];
}

/** Bytes that were intact when the journal was opened are not any more: look at the whole file again. */
async function skipNewDamage(
  folder: string,
  handle: FileHandle,
  file: JournalFile,
  offset: number,
): Promise<ReadStep> {
  const bytes = await readBytes(handle, 0, file.length);
  file.bad = scanFile(bytes, () => undefined).bad;
  const damaged = file.bad.find((span) => span.offset <= offset && offset < span.offset + span.length);
  if (damaged !== undefined) return { end: damaged.offset + damaged.length };
  const path = filePath(folder, file.number);
  throw new ProblemError(problem('OUT-STO-011', { path, reason: `no row begins at byte ${offset}.` }));
}

async function readBytes(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
