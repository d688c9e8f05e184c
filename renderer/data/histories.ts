import { decodeEntries } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import type { OutpostDatabase, RecordRow } from './database.ts';

/** Log rows kept decoded: each holds up to two thousand entries. */
const mostKept = 40;

/** Entries of many records out of the same log rows, each of which is read and decoded once. */
export class Histories {
  readonly #database: OutpostDatabase;
  readonly #kept = new Map<number, ReadonlyMap<string, readonly Entry[]>>();

  constructor(database: OutpostDatabase) {
    this.#database = database;
  }

  /** All entries of a record that this device holds, in order of arrival. */
  async of({ id, places }: RecordRow): Promise<readonly Entry[]> {
    if (this.#kept.size > mostKept) this.#kept.clear();
    const missing = places.filter((place) => !this.#kept.has(place));
    for (const row of await this.#database.log.bulkGet(missing)) {
      if (row)
        this.#kept.set(
          row.n,
          groupBy(decodeEntries(row.bytes), ({ record }) => record),
        );
    }
    return places.flatMap((place) => this.#kept.get(place)?.get(id) ?? []);
  }
}
