import type { LabelOf } from './ordering.ts';
import { pickPage, rowOrder, type RowOrder } from './ordering.ts';
import { rowTest } from './predicate.ts';
import type { Page, PlainQuery } from './protocol.ts';
import type { TypeTable } from './type-table.ts';

/** Lists that are kept; at 100,000 records one takes 400 KB. */
const mostKept = 48;
/** With more changed rows than this a list is made anew. */
const mostChanged = 200;
/** Pages that end before this row can be picked without sorting all rows. */
const pickedUntil = 2000;

const byArrival: RowOrder = (a, b) => a - b;

interface Kept {
  /** Rows in order; those from `length` on are room to grow. */
  rows: Uint32Array;
  length: number;
  version: number;
  /** Versions of the tables whose titles the order goes by. */
  titles: number;
}

/**
 * The rows of queries asked lately, in order, brought up to date by the rows that changed since: a filter's count or the
 * page of a list costs what changed, not what there is.
 */
export class RowLists {
  readonly #tables: ReadonlyMap<string, TypeTable>;
  readonly #labelOf: LabelOf;
  /** Least lately asked first. */
  readonly #kept = new Map<string, Kept>();
  /** Sorted lists that were asked for once. */
  readonly #asked = new Set<string>();

  constructor(tables: ReadonlyMap<string, TypeTable>, labelOf: LabelOf) {
    this.#tables = tables;
    this.#labelOf = labelOf;
  }

  /** Rows that meet the conditions, in order of arrival. Valid until the next call. */
  matching(table: TypeTable, where: PlainQuery['where']): Uint32Array {
    const { steady, ranges } = parted(where);
    const key = JSON.stringify([table.type.name, steady]);
    const rows = this.#current(
      key,
      table,
      steady,
      () => byArrival,
      0,
      () => matchingRows(table, steady),
    );
    return within(rows, table, ranges);
  }

  /** A page of the rows in the order of the sorts, and the number of all. */
  page(
    table: TypeTable,
    { where, sort = [] }: PlainQuery,
    page: Page,
  ): { total: number; rows: readonly number[] } {
    const until = page.offset + page.limit;
    if (sort.length === 0) {
      const rows = this.matching(table, where);
      return { total: rows.length, rows: [...rows.subarray(page.offset, until)] };
    }
    const { steady, ranges } = parted(where);
    const order = () => rowOrder(table, sort, this.#labelOf);
    const key = JSON.stringify([table.type.name, steady, sort]);
    // Sorting everything pays for a list that is looked at again, or far down.
    if (!this.#kept.has(key) && !this.#asked.has(key) && until <= pickedUntil) {
      if (this.#asked.size >= mostKept) this.#asked.clear();
      this.#asked.add(key);
      const rows = this.matching(table, where);
      return { total: rows.length, rows: pickPage([...rows], order(), page.offset, page.limit) };
    }
    const titles = this.#titleVersion(table, sort);
    const all = this.#current(key, table, steady, order, titles, () =>
      this.matching(table, steady).slice().sort(order()),
    );
    const rows = within(all, table, ranges);
    return { total: rows.length, rows: [...rows.subarray(page.offset, until)] };
  }

  #current(
    key: string,
    table: TypeTable,
    where: PlainQuery['where'],
    order: () => RowOrder,
    titles: number,
    make: () => Uint32Array,
  ): Uint32Array {
    let list = this.#kept.get(key);
    this.#kept.delete(key);
    const changed = list?.titles === titles ? table.changedSince(list.version, mostChanged) : undefined;
    if (list && changed) {
      if (changed.size > 0) bringUpToDate(list, changed, order(), rowTest(table, where));
      list.version = table.version;
    } else {
      const rows = make();
      list = { rows, length: rows.length, version: table.version, titles };
    }
    this.#kept.set(key, list);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    return list.rows.subarray(0, list.length);
  }

  /** References are sorted by their titles, so a list goes by the tables that hold these too. */
  #titleVersion(table: TypeTable, sort: NonNullable<PlainQuery['sort']>): number {
    const types = sort.flatMap(({ column }) => table.columns.get(column)?.column.to ?? []);
    return types.reduce((sum, type) => sum + (this.#tables.get(type)?.version ?? 0), 0);
  }
}

/** Ranges mostly move with the clock (due within four hours), so what is kept goes without them. */
function parted(where: PlainQuery['where']) {
  const ranges = where.filter((condition) => 'from' in condition || 'below' in condition);
  return {
    ranges,
    steady: ranges.length > 0 ? where.filter((condition) => !ranges.includes(condition)) : where,
  };
}

function within(rows: Uint32Array, table: TypeTable, ranges: PlainQuery['where']): Uint32Array {
  if (ranges.length === 0) return rows;
  const test = rowTest(table, ranges);
  return rows.filter((row) => test(row));
}

function matchingRows(table: TypeTable, where: PlainQuery['where']): Uint32Array {
  const { size } = table;
  const rows = new Uint32Array(size);
  if (where.length === 0) return rows.map((_, row) => row);
  const test = rowTest(table, where);
  let length = 0;
  for (let row = 0; row < size; row += 1) {
    if (test(row)) {
      rows[length] = row;
      length += 1;
    }
  }
  return rows.slice(0, length);
}

/** All changed rows leave the list first: only then is what is left in order. */
function bringUpToDate(
  list: Kept,
  changed: ReadonlySet<number>,
  order: RowOrder,
  test: (row: number) => boolean,
): void {
  for (const row of changed) {
    const place = list.rows.indexOf(row);
    if (place < 0 || place >= list.length) continue;
    list.rows.copyWithin(place, place + 1, list.length);
    list.length -= 1;
  }
  for (const row of changed) if (test(row)) insert(list, row, order);
}

function insert(list: Kept, row: number, order: RowOrder): void {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order(list.rows[middle] as number, row) < 0) low = middle + 1;
    else high = middle;
  }
  if (list.length === list.rows.length) {
    const grown = new Uint32Array(list.length + 256 + (list.length >>> 4));
    grown.set(list.rows);
    list.rows = grown;
  }
  list.rows.copyWithin(low + 1, low, list.length);
  list.rows[low] = row;
  list.length += 1;
}
