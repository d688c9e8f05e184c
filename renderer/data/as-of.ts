import { decodeEntries } from '#shared/changelog/codec.ts';
import { foldAsOf } from '#shared/changelog/fold.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { columnValues } from '#shared/engine/column-values.ts';
import { visibleFields } from '#shared/engine/permit.ts';
import { meets, type Asker } from '#shared/engine/query.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import type { DataParts } from './data-parts.ts';
import type { LogRow, OutpostDatabase, RecordRow } from './database.ts';
import { Histories } from './histories.ts';
import type { PlainQuery } from './index/protocol.ts';
import { readLastN } from './log.ts';
import { plainQuery } from './plain-query.ts';

/** A record that was written since, among those that a query found or finds. */
export interface ChangedSince {
  readonly id: string;
  /** As it stood; undefined where there was none yet. */
  readonly then: RecordView | undefined;
}

export interface StoodThen {
  /** Of each query, the ids of the records that it found then. */
  readonly then: readonly (readonly string[])[];
  readonly now: readonly (readonly string[])[];
  readonly changed: readonly ChangedSince[];
}

type Parts = Pick<DataParts, 'database' | 'catalogue' | 'config' | 'index'>;

/**
 * Records as they stood at an instant, by what their logs say was written until then. Priorities, clocks and what else is computed follow
 * the settings of today. Who may not see a record today does not see how it stood.
 */
export class AsOf {
  readonly #parts: Parts;
  readonly #asker: () => Asker;
  readonly #atLeast: () => number;

  constructor(parts: Parts, asker: () => Asker, atLeast: () => number) {
    this.#parts = parts;
    this.#asker = asker;
    this.#atLeast = atLeast;
  }

  /** @param at epoch ms. Undefined where there was no such record yet, or it may not be seen. */
  async record(id: string, at: number): Promise<RecordView | undefined> {
    const row = await this.#parts.database.records.get(id);
    return row && this.#fold(row, at, new Histories(this.#parts.database));
  }

  /** What each query found then and finds now, and which of those records were written since. */
  async records(queries: readonly Query[], at: number): Promise<StoodThen> {
    const { catalogue } = this.#parts;
    const plainThen = queries.map((query) => plainQuery(catalogue, query, { ...this.#asker(), now: at }));
    const [unchanged, now, written] = await Promise.all([
      Promise.all(plainThen.map((query) => this.#find(query))),
      Promise.all(queries.map((query) => this.#find(plainQuery(catalogue, query, this.#asker())))),
      this.#writtenSince(new Set(queries.map(({ type }) => type)), at),
    ]);
    const histories = new Histories(this.#parts.database);
    const then = unchanged.map((ids) => ids.filter((id) => !written.has(id)));
    const isNow = new Set(now.flat());
    const changed: ChangedSince[] = [];
    for (const row of written.values()) {
      const view = await this.#fold(row, at, histories);
      const places = plainThen.flatMap((query, place) =>
        view && this.#meets(view, query, at) ? [place] : [],
      );
      for (const place of places) then[place]?.push(row.id);
      if (places.length > 0 || isNow.has(row.id)) changed.push({ id: row.id, then: view });
    }
    return { then, now, changed };
  }

  async #find(query: PlainQuery): Promise<readonly string[]> {
    const page = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
    const atLeast = this.#atLeast();
    return (await this.#parts.index.ask<'ids'>({ kind: 'ids', query, page, atLeast })).ids;
  }

  /** Records of these types that something was written to since, by their ids. */
  async #writtenSince(types: ReadonlySet<string>, at: number): Promise<ReadonlyMap<string, RecordRow>> {
    const { database } = this.#parts;
    const arrived = await arrivedUntil(database, at);
    const rows = await database.records.where('n').above(arrived).toArray();
    return new Map(rows.filter(({ type }) => types.has(type)).map((row) => [row.id, row]));
  }

  async #fold(row: RecordRow, at: number, histories: Histories): Promise<RecordView | undefined> {
    const { actor } = this.#asker();
    const type = this.#parts.catalogue.type(row.type);
    const today = type && projectRecord(row.state, shapeOf(type));
    if (!today || !type.see.allows(actor, today)) return undefined;
    const state = foldAsOf(await histories.of(row), at);
    const view = state && projectRecord(state, shapeOf(type));
    return view && visibleFields(type, actor, view, today);
  }

  #meets(view: RecordView, query: PlainQuery, at: number): boolean {
    const type = this.#parts.catalogue.type(query.type);
    if (!type || view.type !== query.type) return false;
    return meets(columnValues(type, view, this.#parts.config.current, at), query.where);
  }
}

/** Arrival number of the last entry that was here at an instant, as far as this device's clock told the time. */
async function arrivedUntil(database: OutpostDatabase, at: number): Promise<number> {
  let [low, high] = [0, await readLastN(database)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const row = await database.log.where('n').belowOrEqual(middle).last();
    // Where a fork was moved there are numbers without entries.
    if (!row || arrivalOf(row) <= at) low = Math.max(middle, row ? row.n + row.count - 1 : 0);
    else high = row.n - 1;
  }
  return low;
}

/** When a row came to this device; what was written here came as it was written. */
function arrivalOf(row: LogRow): number {
  return row.receivedAt ?? decodeEntries(row.bytes).at(-1)?.stamp.wall ?? 0;
}
