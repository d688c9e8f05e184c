import type { Data } from '#renderer/data/data.ts';
import { highestMarking } from '#shared/definition/marking.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { markingOf } from '#shared/engine/marking.ts';

const perRead = 500;

/** Finds the highest marking of all that stands in a file or on paper: records, and those that are only named there. */
export class MarkingTally {
  readonly #data: Data;
  readonly #markings = new Set<string>();
  readonly #read = new Set<string>();

  constructor(data: Data) {
    this.#data = data;
  }

  addRecords(records: readonly RecordView[]): void {
    for (const record of records) {
      this.#read.add(record.id);
      this.#markings.add(markingOf(record, this.#data.config));
    }
  }

  /** Records whose titles stand there. @param ids what is no id of a record is passed over. */
  async addNamed(ids: readonly string[]): Promise<void> {
    const unread = ids.filter((id) => !this.#read.has(id));
    for (const id of unread) this.#read.add(id);
    for (let from = 0; from < unread.length; from += perRead) {
      this.addRecords(await this.#data.loadMany(unread.slice(from, from + perRead)));
    }
  }

  highest(): string {
    return highestMarking(this.#markings);
  }
}
