import type { Catalogue } from '#shared/definition/catalogue.ts';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import type { RecordSource } from '#shared/engine/environment.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import type { OutpostDatabase, RecordRow } from './database.ts';
import { readEntries } from './log.ts';

/** The records of the database with what a script has made of them so far on top, in memory until it is written. */
export class ScriptSource implements RecordSource {
  /** Records that the script changed. */
  readonly states = new Map<string, FoldState>();
  /** Rows of the database that were looked at. */
  readonly rows = new Map<string, RecordRow>();
  readonly #entries = new Map<string, Entry[]>();
  readonly #views = new Map<string, Map<string, RecordView>>();
  readonly #database: OutpostDatabase;
  readonly #catalogue: Catalogue;
  readonly #pointingAt: RecordSource['pointingAt'];

  constructor(database: OutpostDatabase, catalogue: Catalogue, pointingAt: RecordSource['pointingAt']) {
    this.#database = database;
    this.#catalogue = catalogue;
    this.#pointingAt = pointingAt;
  }

  take(states: readonly FoldState[], entries: readonly Entry[]): void {
    for (const state of states) {
      this.states.set(state.id, state);
      this.#take(state);
    }
    for (const entry of entries) {
      const list = this.#entries.get(entry.record);
      if (list) list.push(entry);
      else this.#entries.set(entry.record, [entry]);
    }
  }

  load = async (id: string): Promise<FoldState | undefined> =>
    this.states.get(id) ?? (await this.#row(id))?.state;

  entries = async (id: string): Promise<readonly Entry[]> => {
    const row = await this.#row(id);
    return [...(row ? await readEntries(this.#database, row) : []), ...(this.#entries.get(id) ?? [])];
  };

  pointingAt = async (type: string, by: string, id: string): Promise<readonly string[]> => {
    const ids = new Set(await this.#pointingAt(type, by, id));
    for (const view of this.#views.get(type)?.values() ?? []) {
      if (textOf(view, by) === id || listOf(view, by).includes(id)) ids.add(view.id);
      else ids.delete(view.id);
    }
    return [...ids];
  };

  #take(state: FoldState): void {
    const type = this.#catalogue.type(state.type);
    const view = type && projectRecord(state, shapeOf(type));
    if (!view) return;
    const views = this.#views.get(state.type) ?? new Map<string, RecordView>();
    views.set(state.id, view);
    this.#views.set(state.type, views);
  }

  async #row(id: string): Promise<RecordRow | undefined> {
    const row = this.rows.get(id) ?? (await this.#database.records.get(id));
    if (row) this.rows.set(id, row);
    return row;
  }
}
