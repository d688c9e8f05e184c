import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { foldRecord, refOf } from '#shared/changelog/fold.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import { judgeAll } from '#shared/rulings/judge-all.ts';
import type { OutpostDatabase, RecordRow } from '../database.ts';
import { readHubs } from '../sync/hub-rows.ts';
import { heardOf, sourceHere } from './heard-here.ts';

export interface JudgedParts {
  readonly database: OutpostDatabase;
  readonly catalogue: Catalogue;
  /** Record ids of all people. */
  readonly people: () => Promise<readonly string[]>;
}

/** Configuration that says, with people, who may do what. */
const facts = ['unit', 'account', 'assignment'];

/**
 * The accounts as those entries of theirs make them that this device finds right itself (TRU-134): what comes on a stick, or before a hub
 * has ruled, opens nothing that its author had no right to open.
 */
export class JudgedAccounts {
  readonly #parts: JudgedParts;
  #last: { readonly key: string; readonly accounts: readonly RecordView[] } | undefined;

  constructor(parts: JudgedParts) {
    this.#parts = parts;
  }

  /** Undefined where all that is here was written here. */
  async read(): Promise<readonly RecordView[] | undefined> {
    const { database } = this.#parts;
    const directories = (await readHubs(database)).map(({ directory }) => directory);
    if (directories.length === 0) return undefined;
    const rows = await this.#rows();
    const key = JSON.stringify(rows.map(({ id, n }) => [id, n]));
    if (this.#last?.key !== key) {
      const heard = await heardOf(database, rows);
      const source = sourceHere(database, heard, directories);
      const verdicts = await judgeAll(this.#parts.catalogue, source, heard);
      const right = heard.filter(({ entry }) => verdicts.get(refOf(entry))?.verdict !== 'aside');
      this.#last = { key, accounts: this.#accountsIn(right.map(({ entry }) => entry)) };
    }
    return this.#last.accounts;
  }

  async #rows(): Promise<readonly RecordRow[]> {
    const { records } = this.#parts.database;
    const people = await records.bulkGet([...(await this.#parts.people())]);
    const config = await records.where('config').anyOf(facts).toArray();
    return [...config, ...people.filter((row) => row !== undefined)];
  }

  #accountsIn(entries: Parameters<typeof foldRecord>[0]): readonly RecordView[] {
    const type = this.#parts.catalogue.type('account');
    const accounts = entries.filter((entry) => entry.type === type?.name);
    return [...groupBy(accounts, ({ record }) => record).values()].flatMap((own) => {
      const view = type && projectRecord(foldRecord(own), shapeOf(type));
      return view ? [view] : [];
    });
  }
}
