import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Config } from '#shared/definition/config.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Entry } from '#shared/changelog/entry.ts';
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

/** The unit and its accounts. */
export type Judged = Pick<Config, 'all'>;

/** Configuration that says, with people, who may do what. */
const facts = ['unit', 'account', 'assignment'];

/**
 * The unit and its accounts as those entries of theirs make them that this device finds right itself (TRU-134): what comes on a stick, or before a hub
 * has ruled, opens nothing that its author had no right to open.
 */
export class JudgedAccounts {
  readonly #parts: JudgedParts;
  #last: { readonly key: string; readonly judged: Judged } | undefined;

  constructor(parts: JudgedParts) {
    this.#parts = parts;
  }

  /** Undefined where all that is here was written here. */
  async read(): Promise<Judged | undefined> {
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
      this.#last = { key, judged: this.#viewsOf(right.map(({ entry }) => entry)) };
    }
    return this.#last.judged;
  }

  async #rows(): Promise<readonly RecordRow[]> {
    const { records } = this.#parts.database;
    const people = await records.bulkGet([...(await this.#parts.people())]);
    const config = await records.where('config').anyOf(facts).toArray();
    return [...config, ...people.filter((row) => row !== undefined)];
  }

  #viewsOf(entries: readonly Entry[]): Judged {
    const views = new Map(
      ['unit', 'account'].map((name) => [name, this.#viewsIn(entries.filter(({ type }) => type === name))]),
    );
    return { all: (type) => views.get(type) ?? [] };
  }

  #viewsIn(entries: readonly Entry[]): readonly RecordView[] {
    return [...groupBy(entries, ({ record }) => record).values()].flatMap((own) => {
      const type = own[0] && this.#parts.catalogue.type(own[0].type);
      const view = type && projectRecord(foldRecord(own), shapeOf(type));
      return view ? [view] : [];
    });
  }
}
