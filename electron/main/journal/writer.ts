import { Buffer } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';
import type { JournalRow } from '#shared/contracts/bridge.ts';
import { syncFolder } from '../durable-file.ts';
import type { JournalFile, JournalFileSystem } from './files.ts';
import { filePath } from './files.ts';
import { encodeFileHeader } from './frame.ts';
import { SeqRanges } from './seq-ranges.ts';

export interface EncodedRow {
  readonly row: JournalRow;
  readonly frame: Buffer;
}

/** Writes frames at the end of the newest file, one batch at a time: the caller never overlaps two writes. */
export class JournalWriter {
  readonly #fs: JournalFileSystem;
  readonly #folder: string;
  readonly #files: JournalFile[];
  readonly #rotateAt: number;
  #handle: FileHandle | undefined;

  constructor(fs: JournalFileSystem, folder: string, files: JournalFile[], rotateAt: number) {
    this.#fs = fs;
    this.#folder = folder;
    this.#files = files;
    this.#rotateAt = rotateAt;
  }

  /** `onSynced` is called for each part of the batch once that part is on the disk. */
  async write(batch: readonly EncodedRow[], onSynced: (rows: readonly EncodedRow[]) => void): Promise<void> {
    let start = 0;
    while (start < batch.length) {
      const file = await this.#currentFile();
      let end = start;
      let room = this.#rotateAt - file.length;
      while (end < batch.length && (end === start || room > 0)) {
        room -= batch[end]?.frame.length ?? 0;
        end += 1;
      }
      const part = batch.slice(start, end);
      await this.#writePart(file, part);
      for (const { row } of part) file.held.add(row.replica, row.seq);
      onSynced(part);
      start = end;
    }
  }

  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = undefined;
    await handle?.close();
  }

  async #currentFile(): Promise<JournalFile> {
    const newest = this.#files.at(-1);
    if (newest !== undefined && !newest.isSealed && newest.length < this.#rotateAt) {
      this.#handle ??= await this.#fs.open(filePath(this.#folder, newest.number), 'r+');
      return newest;
    }
    await this.close();
    if (newest !== undefined) newest.isSealed = true;
    const file: JournalFile = {
      number: (newest?.number ?? 0) + 1,
      length: 0,
      bad: [],
      isSealed: false,
      held: new SeqRanges(),
    };
    this.#handle = await this.#fs.open(filePath(this.#folder, file.number), 'wx+');
    this.#files.push(file);
    return file;
  }

  async #writePart(file: JournalFile, part: readonly EncodedRow[]): Promise<void> {
    const handle = this.#handle;
    if (handle === undefined) throw new Error('the journal file is not open');
    const isFirst = file.length === 0;
    const frames = part.map(({ frame }) => frame);
    const bytes = Buffer.concat(isFirst ? [encodeFileHeader(), ...frames] : frames);
    try {
      await writeAll(handle, bytes, file.length);
    } catch (error) {
      await this.#takeBack(file);
      throw error;
    }
    try {
      await handle.datasync();
      if (isFirst) await syncFolder(this.#fs, this.#folder);
    } catch (error) {
      // After a failed sync the system may call the same pages clean: only a new file can be trusted.
      file.isSealed = true;
      await this.#takeBack(file);
      throw error;
    }
    file.length += bytes.length;
  }

  /** Removes what was not acknowledged, so that the next try begins behind an intact row. */
  async #takeBack(file: JournalFile): Promise<void> {
    try {
      await this.#handle?.truncate(file.length);
    } catch {
      file.isSealed = true;
    }
    await this.close().catch(() => {
      file.isSealed = true;
    });
  }
}

async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const result = await handle.write(bytes, written, bytes.length - written, position + written);
    if (result.bytesWritten === 0) throw new Error('the disk took no more bytes');
    written += result.bytesWritten;
  }
}
