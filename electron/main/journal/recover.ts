import type { Buffer } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalDamage, JournalRow } from '#shared/contracts/bridge.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { syncFolder } from '../durable-file.ts';
import { hasCode } from '../reason.ts';
import type { JournalFile, JournalFileSystem } from './files.ts';
import { fileName, filePath, listFileNumbers, quarantineName } from './files.ts';
import { frameHeaderLength } from './frame.ts';
import type { BadSpan } from './scan.ts';
import { scanFile } from './scan.ts';
import { SeqRanges } from './seq-ranges.ts';

export interface Recovery {
  readonly files: readonly JournalFile[];
  readonly damage: readonly JournalDamage[];
}

/**
 * Reads every file once. An unreadable end of the last file is moved into a quarantine file, so that new rows follow
 * intact ones; whatever else is unreadable stays where it is and is reported. Where the disk takes no copy (full, read
 * only) the end stays as well, and new rows go to a new file.
 *
 * @throws OUT-STO-012 when a newer version of the program wrote a file.
 */
export async function recoverFolder(
  fs: JournalFileSystem,
  folder: string,
  onRow: (row: JournalRow) => void,
): Promise<Recovery> {
  const numbers = await listFileNumbers(fs, folder);
  const files: JournalFile[] = [];
  const damage: JournalDamage[] = [];
  for (const number of numbers) {
    const isNewest = number === numbers.at(-1);
    files.push(await recoverFile(fs, folder, number, isNewest, onRow, (found) => damage.push(found)));
  }
  return { files, damage };
}

async function recoverFile(
  fs: JournalFileSystem,
  folder: string,
  number: number,
  isNewest: boolean,
  onRow: (row: JournalRow) => void,
  onDamage: (damage: JournalDamage) => void,
): Promise<JournalFile> {
  const path = filePath(folder, number);
  const bytes = await fs.readFile(path);
  const held = new SeqRanges();
  const scan = scanFile(bytes, (row) => {
    held.add(row.replica, row.seq);
    onRow(row);
  });
  if (scan.header === 'newer') throw new ProblemError(problem('OUT-STO-012', { path }));
  const spans = scan.bad.filter((span) => span.length > 0);
  const tail = isNewest ? spans.find((span) => span.offset + span.length === bytes.length) : undefined;
  const keptAs = tail === undefined ? undefined : await cutTail(fs, folder, number, bytes, tail.offset);
  for (const span of spans) {
    const found = describe(number, bytes, span);
    onDamage(span === tail && keptAs !== undefined ? { ...found, keptAs } : found);
  }
  const length = tail !== undefined && keptAs !== undefined ? tail.offset : bytes.length;
  // A file whose header was lost, or whose end could not be cut, is read by its frames, but nothing is added to it.
  const isSound = length === 0 || (scan.header === 'ok' && (tail === undefined || keptAs !== undefined));
  return {
    number,
    length,
    bad: spans.filter((span) => span.offset < length),
    isSealed: !isNewest || !isSound,
    held,
  };
}

/** The name under which the cut bytes are kept, or `undefined` when the disk took no copy: then nothing is cut. */
async function cutTail(
  fs: JournalFileSystem,
  folder: string,
  number: number,
  bytes: Buffer,
  offset: number,
): Promise<string | undefined> {
  try {
    const keptAs = await keepCopy(fs, folder, number, offset, bytes.subarray(offset));
    // The copy's name has to be durable before the original goes.
    await syncFolder(fs, folder);
    await change(fs, filePath(folder, number), 'r+', (original) => original.truncate(offset));
    return keptAs;
  } catch {
    return undefined;
  }
}

/** Never over an earlier copy, unless a recovery that was interrupted left that very one. */
async function keepCopy(
  fs: JournalFileSystem,
  folder: string,
  number: number,
  offset: number,
  bytes: Buffer,
): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const name = quarantineName(number, offset, copy);
    const path = join(folder, name);
    try {
      await change(fs, path, 'wx', (handle) => handle.writeFile(bytes));
      return name;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      if (bytes.equals(await fs.readFile(path))) return name;
    }
  }
}

async function change(
  fs: JournalFileSystem,
  path: string,
  flags: 'wx' | 'r+',
  work: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  const handle = await fs.open(path, flags);
  try {
    await work(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function describe(number: number, bytes: Buffer, span: BadSpan): JournalDamage {
  const content = bytes.subarray(span.offset, span.offset + span.length);
  const reachesEnd = span.offset + span.length === bytes.length;
  // A file system may have grown the file before it wrote the bytes: then the end is zeros.
  const isUnwritten = span.length < frameHeaderLength || content.every((byte) => byte === 0);
  const kind = reachesEnd && (span.isTorn || isUnwritten) ? 'torn' : 'damaged';
  return { kind, file: fileName(number), offset: span.offset, length: span.length };
}
