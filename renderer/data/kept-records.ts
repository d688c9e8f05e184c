import type { Actor } from '#shared/definition/permission.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Change } from './feed.ts';

/** What it reads from. */
interface RecordReader {
  readonly actor: Actor | undefined;
  readonly loadMany: (ids: readonly string[]) => Promise<readonly RecordView[]>;
  readonly onChange: (listener: (change: Change) => void) => () => void;
}

/** Keeps the records that were read, so that after a change only those are read that it is about. */
export class KeptRecords {
  readonly #source: RecordReader;
  /** Undefined stands for one that is not there, or not to be seen. */
  #records = new Map<string, RecordView | undefined>();
  #actor: Actor | undefined;
  #isFollowing = false;

  constructor(source: RecordReader) {
    this.#source = source;
  }

  /** Forgets what changes from now on. Before, and after it is ended, everything is read each time. */
  follow(): () => void {
    this.#records = new Map();
    this.#isFollowing = true;
    const end = this.#source.onChange(({ records }) => {
      // What is read just now may be older than the change: it goes into a map that is looked at no more.
      const left = records.length === 0 ? [] : this.#records;
      this.#records = new Map(left);
      for (const id of records) this.#records.delete(id);
    });
    return () => {
      this.#isFollowing = false;
      end();
    };
  }

  /** Records in the order of their ids; those that are not there, or not to be seen, are left out. */
  async load(ids: readonly string[]): Promise<readonly RecordView[]> {
    if (!this.#isFollowing || this.#actor !== this.#source.actor) this.#records = new Map();
    this.#actor = this.#source.actor;
    const records = this.#records;
    const missing = ids.filter((id) => !records.has(id));
    const found = new Map((await this.#source.loadMany(missing)).map((record) => [record.id, record]));
    for (const id of missing) records.set(id, found.get(id));
    return ids.flatMap((id) => records.get(id) ?? []);
  }
}
