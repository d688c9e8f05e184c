import type { Audience } from '#shared/definition/lifecycle.ts';
import { attachmentFault } from '#shared/engine/attach.ts';
import type { Command } from '#shared/engine/commands.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import type { BlobRow, OutpostDatabase } from '../database.ts';
import { Turns } from '../index/turns.ts';
import { storageProblem } from '../storage-problem.ts';
import type { Done } from '../writer-parts.ts';
import { isIntact, readBytes, removeBlob } from './blobs.ts';
import { sweepBlobs } from './sweep.ts';
import { storeFile, type StoreOptions } from './store-file.ts';

export interface AttachmentsParts {
  readonly database: OutpostDatabase;
  readonly execute: (command: Command) => Promise<Result<Done, readonly Problem[]>>;
  readonly now: () => number;
}

export interface AttachOptions extends StoreOptions {
  readonly audience: Audience;
}

/** Where the content of a file is. */
export interface AttachmentPlace {
  readonly here: 'whole' | 'partial' | 'absent';
  /** Bytes that are here. */
  readonly received: number;
  /** A hub is known to hold the whole of it. */
  readonly isAtHub: boolean;
  /** A person asked for it to be sent or fetched. */
  readonly isWanted: boolean;
}

const absent: AttachmentPlace = { here: 'absent', received: 0, isAtHub: false, isWanted: false };

/** The files of records, as the page writes and reads them. */
export class Attachments {
  readonly #parts: AttachmentsParts;
  readonly #turns = new Turns();

  constructor(parts: AttachmentsParts) {
    this.#parts = parts;
  }

  /**
   * Attaches a file to a record: its content first, then the entry that names it, one file after the other.
   * Undefined when it was cancelled, and nothing was attached.
   */
  add(
    record: string,
    file: File,
    options: AttachOptions,
  ): Promise<Result<Done, readonly Problem[]> | undefined> {
    return this.#turns.take(() => this.#add(record, file, options));
  }

  /**
   * Takes in the content of a file that an entry names already, where it came by another way than an exchange.
   * @returns its hash; a file that no entry names is swept away like one whose entry never came.
   * @throws ProblemError OUT-ATT-004, OUT-ATT-005.
   */
  supply(file: File): Promise<string> {
    return this.#turns.take(() => storeFile(this.#parts.database, file, this.#parts.now()));
  }

  /** Throws away what was stored for entries that never came. */
  sweep(): Promise<void> {
    return sweepBlobs(this.#parts.database, this.#parts.now());
  }

  /** Where each content is; one that is named nowhere in the answer is absent. */
  async places(hashes: readonly string[]): Promise<ReadonlyMap<string, AttachmentPlace>> {
    const rows = await this.#parts.database.blobs.bulkGet([...hashes]);
    return new Map(hashes.map((hash, index) => [hash, placeOf(rows[index])]));
  }

  /** What a file holds. @throws ProblemError OUT-ATT-006 not here, OUT-ATT-007 damaged and thrown away. */
  async read(hash: string): Promise<Uint8Array> {
    const { database } = this.#parts;
    const row = await database.blobs.get(hash);
    if (row?.state !== 'whole') throw new ProblemError(problem('OUT-ATT-006'));
    if (!(await isIntact(database, row))) {
      await removeBlob(database, hash);
      throw new ProblemError(problem('OUT-ATT-007'));
    }
    return readBytes(database, hash, 0, row.size);
  }

  async #add(
    record: string,
    file: File,
    { audience, ...options }: AttachOptions,
  ): Promise<Result<Done, readonly Problem[]> | undefined> {
    const { database, execute, now } = this.#parts;
    const fault = attachmentFault(file.name, file.size);
    if (fault) return err([fault]);
    try {
      const hash = await storeFile(database, file, now(), options);
      const { name, size, type } = file;
      const result = await execute({ kind: 'attach', record, name, size, type, hash, audience });
      if (result.ok) await database.blobs.update(hash, { unnamedSince: undefined });
      return result;
    } catch (error) {
      if (options.signal?.aborted) return undefined;
      return err([storageProblem(error)]);
    }
  }
}

function placeOf(row: BlobRow | undefined): AttachmentPlace {
  if (!row) return absent;
  return {
    here: row.state === 'whole' ? 'whole' : 'partial',
    received: row.received,
    isAtHub: row.hubs.length > 0,
    isWanted: row.isWanted ?? false,
  };
}
