import type { Entry } from '#shared/changelog/entry.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import type { RecordSource } from '#shared/engine/environment.ts';
import type { OutpostDatabase, RecordRow } from './database.ts';
import { readEntries } from './log.ts';

/** Reads the records that one command touches, and keeps their rows for the writing. */
export class DatabaseSource implements RecordSource {
  /** Rows of the records that were looked at. */
  readonly rows = new Map<string, RecordRow>();
  readonly pointingAt: RecordSource['pointingAt'];
  readonly #database: OutpostDatabase;

  constructor(database: OutpostDatabase, pointingAt: RecordSource['pointingAt']) {
    this.#database = database;
    this.pointingAt = pointingAt;
  }

  load = async (id: string): Promise<FoldState | undefined> => {
    const row = await this.#database.records.get(id);
    if (row) this.rows.set(id, row);
    return row?.state;
  };

  entries = async (id: string): Promise<readonly Entry[]> => {
    const row = this.rows.get(id) ?? (await this.#database.records.get(id));
    return row ? readEntries(this.#database, row) : [];
  };
}
