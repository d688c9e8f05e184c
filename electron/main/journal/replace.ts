import { Buffer } from 'node:buffer';
import type { JournalRow } from '#shared/contracts/bridge.ts';
import { writeDurably } from '../durable-file.ts';
import type { JournalFile, JournalFileSystem } from './files.ts';
import { filePath } from './files.ts';
import { decodeFrame, encodeFrame } from './frame.ts';
import { scanFile } from './scan.ts';

/**
 * Writes the files anew that hold rows of these numbers, with the given rows in their place (JNL-12). Each is written beside the old one and takes its
 * name when it is on the disk, so a crash leaves one or the other. Damaged stretches stay as they are. Nothing may be appended meanwhile.
 */
export async function replaceRows(
  fs: JournalFileSystem,
  folder: string,
  files: readonly JournalFile[],
  rows: readonly JournalRow[],
): Promise<void> {
  for (const file of files) {
    if (!rows.some(({ replica, seq }) => file.held.hasAny(replica, seq, seq))) continue;
    const path = filePath(folder, file.number);
    const bytes = (await fs.readFile(path)).subarray(0, file.length);
    const written = withRows(bytes, rows);
    await writeDurably(path, written);
    file.length = written.length;
    file.bad = scanFile(written, () => undefined).bad.filter(({ length }) => length > 0);
  }
}

function withRows(bytes: Buffer, rows: readonly JournalRow[]): Buffer {
  const parts: Buffer[] = [];
  const done = new Set<string>();
  let end = 0;
  scanFile(bytes, (row, offset) => {
    const given = rows.filter(({ replica, seq }) => replica === row.replica && seq === row.seq);
    if (given.length === 0) return;
    const name = `${row.replica}:${row.seq}`;
    parts.push(bytes.subarray(end, offset), ...(done.has(name) ? [] : given.map(encodeFrame)));
    done.add(name);
    const frame = decodeFrame(bytes, offset);
    end = offset + (frame.kind === 'row' ? frame.length : 0);
  });
  return Buffer.concat([...parts, bytes.subarray(end)]);
}
