import * as nodeFs from 'node:fs/promises';
import { join } from 'node:path';
import type {
  JournalCursor,
  JournalDamage,
  JournalPage,
  JournalRangePage,
  JournalRow,
  JournalStatus,
  QuarantineItem,
} from '#shared/contracts/bridge.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { syncFolder, writeDurably } from '../durable-file.ts';
import { hasCode, reasonOf } from '../reason.ts';
import type { JournalFile, JournalFileSystem } from './files.ts';
import { listQuarantine } from './files.ts';
import { encodeFrame } from './frame.ts';
import type { Unlock } from './lock.ts';
import { lockFolder } from './lock.ts';
import { readPage, readRange } from './reader.ts';
import { recoverFolder } from './recover.ts';
import { replaceRows } from './replace.ts';
import { SeqRanges } from './seq-ranges.ts';
import type { EncodedRow } from './writer.ts';
import { JournalWriter } from './writer.ts';

/** The ways in to the keys that the rows are encrypted with. */
const keysName = 'keys.json';
const defaultPageRows = 1_000;
const defaultRotateAt = 8 * 1024 * 1024;

export interface JournalOptions {
  /** A folder of its own, made when it is not there. */
  readonly folder: string;
  /** Bytes after which a new file is begun. */
  readonly rotateAt?: number;
  readonly fs?: JournalFileSystem;
  readonly lock?: (folder: string) => Promise<Unlock | undefined>;
}

interface Waiting {
  readonly rows: readonly EncodedRow[];
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

interface Replacing {
  readonly rows: readonly JournalRow[];
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

interface JournalParts {
  readonly fs: JournalFileSystem;
  /** Its real path. */
  readonly folder: string;
  readonly files: readonly JournalFile[];
  readonly writer: JournalWriter;
  readonly held: SeqRanges;
  readonly damage: readonly JournalDamage[];
  readonly unlock: Unlock;
}

/** Own entries in append-only files outside IndexedDB. Made by `openJournal`. */
export class Journal {
  readonly #parts: JournalParts;
  readonly #waiting: Waiting[] = [];
  readonly #replacing: Replacing[] = [];
  #rows: number;
  #flushing: Promise<void> | undefined;
  #isClosed = false;

  constructor(parts: JournalParts, rows: number) {
    this.#parts = parts;
    this.#rows = rows;
  }

  /**
   * Resolves once the rows are on the disk. Calls that come while a write is under way share the next one.
   *
   * @throws OUT-STO-008; none of the rows counts as written then, and the call can be made again.
   */
  append(rows: readonly JournalRow[]): Promise<void> {
    if (this.#isClosed) return Promise.reject(writeFailed(this.#parts.folder, new Error('it is closed')));
    if (rows.length === 0) return Promise.resolve();
    let encoded: EncodedRow[];
    try {
      encoded = rows.map((row) => ({ row, frame: encodeFrame(row) }));
    } catch (error) {
      return Promise.reject(writeFailed(this.#parts.folder, error));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ rows: encoded, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  /**
   * Puts rows in place of all rows of their numbers; nothing of those is in the files when it resolves.
   *
   * @throws OUT-STO-008; what was there may be there still, and the call can be made again.
   */
  replace(rows: readonly JournalRow[]): Promise<void> {
    if (this.#isClosed) return Promise.reject(writeFailed(this.#parts.folder, new Error('it is closed')));
    return new Promise((resolve, reject) => {
      this.#replacing.push({ rows, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  readPage(from: JournalCursor | null, limit = defaultPageRows): Promise<JournalPage> {
    const { fs, folder, files } = this.#parts;
    return this.#reading(() => readPage(fs, folder, files, from, limit));
  }

  readRange(replica: string, from: number, to: number): Promise<JournalRangePage> {
    const { fs, folder, files } = this.#parts;
    return this.#reading(() => readRange(fs, folder, files, { replica, from, to }));
  }

  status(): JournalStatus {
    const { folder, files, held, damage } = this.#parts;
    const bytes = files.reduce((sum, file) => sum + file.length, 0);
    return {
      state: 'open',
      folder,
      files: files.length,
      rows: this.#rows,
      bytes,
      replicas: held.list(),
      damage,
    };
  }

  quarantine(): Promise<readonly QuarantineItem[]> {
    const { fs, folder } = this.#parts;
    return this.#reading(() => listQuarantine(fs, folder));
  }

  /** @throws OUT-STO-008; what was kept before is still there then. */
  async keepKeys(text: string): Promise<void> {
    try {
      await writeDurably(join(this.#parts.folder, keysName), new TextEncoder().encode(text), 0o600);
    } catch (error) {
      throw writeFailed(this.#parts.folder, error);
    }
  }

  keptKeys(): Promise<string | null> {
    const { fs, folder } = this.#parts;
    return this.#reading(async () => {
      try {
        return await fs.readFile(join(folder, keysName), 'utf8');
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return null;
        throw error;
      }
    });
  }

  /** Writes what is waiting, then gives the folder free. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#flushing;
    await this.#parts.writer.close();
    await this.#parts.unlock();
  }

  async #flush(): Promise<void> {
    for (;;) {
      const replacing = this.#replacing.shift();
      if (replacing) {
        await this.#replaceNow(replacing);
        continue;
      }
      if (this.#waiting.length === 0) break;
      const group = this.#waiting.splice(0);
      try {
        await this.#parts.writer.write(
          group.flatMap(({ rows }) => rows),
          (written) => {
            this.#rows += written.length;
            for (const { row } of written) this.#parts.held.add(row.replica, row.seq);
          },
        );
        for (const { resolve } of group) resolve();
      } catch (error) {
        const failure = writeFailed(this.#parts.folder, error);
        for (const { reject } of group) reject(failure);
      }
    }
    this.#flushing = undefined;
  }

  async #replaceNow({ rows, resolve, reject }: Replacing): Promise<void> {
    const { fs, folder, files, writer } = this.#parts;
    try {
      // The newest file gets another body under its name.
      await writer.close();
      await replaceRows(fs, folder, files, rows);
      resolve();
    } catch (error) {
      reject(writeFailed(folder, error));
    }
  }

  async #reading<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      throw readFailed(this.#parts.folder, error);
    }
  }
}

/**
 * Locks the folder, recovers it and opens it for appending.
 *
 * @throws OUT-STO-010 when another process has it open, OUT-STO-011 or -012 when it cannot be read.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const fs = options.fs ?? nodeFs;
  const lock = options.lock ?? lockFolder;
  const folder = await prepareFolder(fs, options.folder);
  const unlock = await lock(folder);
  if (unlock === undefined) throw new ProblemError(problem('OUT-STO-010', { path: folder }));
  try {
    const held = new SeqRanges();
    let rows = 0;
    const recovery = await recoverFolder(fs, folder, (row) => {
      held.add(row.replica, row.seq);
      rows += 1;
    });
    const files = [...recovery.files];
    const writer = new JournalWriter(fs, folder, files, options.rotateAt ?? defaultRotateAt);
    return new Journal({ fs, folder, files, writer, held, damage: recovery.damage, unlock }, rows);
  } catch (error) {
    await unlock();
    throw readFailed(folder, error);
  }
}

async function prepareFolder(fs: JournalFileSystem, folder: string): Promise<string> {
  try {
    await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    const real = await fs.realpath(folder);
    await syncFolder(fs, real);
    return real;
  } catch (error) {
    throw readFailed(folder, error);
  }
}

function readFailed(path: string, error: unknown): Error {
  if (error instanceof ProblemError) return error;
  return new ProblemError(problem('OUT-STO-011', { path, reason: reasonOf(error) }), { cause: error });
}

function writeFailed(path: string, error: unknown): Error {
  const reason = hasCode(error, 'ENOSPC', 'EDQUOT') ? 'the disk is full.' : reasonOf(error);
  return new ProblemError(problem('OUT-STO-008', { path, reason }), { cause: error });
}
