import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import type { EntryRef } from '#shared/kernel/ids.ts';
import { judgeAll } from '#shared/rulings/judge-all.ts';
import type { Verdict } from '#shared/rulings/heard.ts';
import type { OutpostDatabase, RecordRow } from '../database.ts';
import { readHubs } from '../sync/hub-rows.ts';
import { heardOf, sourceHere } from './heard-here.ts';

export interface JudgeParts {
  readonly database: OutpostDatabase;
  readonly catalogue: Catalogue;
  /** Record ids of all people. */
  readonly people: () => Promise<readonly string[]>;
}

/** What this device finds itself of entries. */
export interface Judged {
  readonly entries: readonly Entry[];
  readonly verdicts: ReadonlyMap<EntryRef, Verdict>;
}

/** Configuration that says, with people, who may do what. */
const facts = ['unit', 'account', 'assignment'];

/** Judges what is here by itself, before a hub has ruled: it may have come on a stick. */
export class LocalJudge {
  readonly #parts: JudgeParts;
  #last: { readonly key: string; readonly judged: Judged } | undefined;

  constructor(parts: JudgeParts) {
    this.#parts = parts;
  }

  /**
   * The entries that say who may do what, and those of other records.
   * @returns the same object while nothing of it changed; undefined where all that is here was written here.
   */
  async judge(others: readonly RecordRow[] = []): Promise<Judged | undefined> {
    const { database, catalogue } = this.#parts;
    const directories = (await readHubs(database)).map(({ directory }) => directory);
    if (directories.length === 0) return undefined;
    const rows = [...new Map([...(await this.#facts()), ...others].map((row) => [row.id, row])).values()];
    const key = JSON.stringify(rows.map(({ id, n }) => [id, n]));
    if (this.#last?.key !== key) {
      const heard = await heardOf(database, rows);
      const verdicts = await judgeAll(catalogue, sourceHere(database, heard, directories), heard);
      this.#last = { key, judged: { entries: heard.map(({ entry }) => entry), verdicts } };
    }
    return this.#last.judged;
  }

  async #facts(): Promise<readonly RecordRow[]> {
    const { records } = this.#parts.database;
    const people = await records.bulkGet([...(await this.#parts.people())]);
    const config = await records.where('config').anyOf(facts).toArray();
    return [...config, ...people.filter((row) => row !== undefined)];
  }
}
