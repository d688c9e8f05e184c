import type { Cells } from '#shared/engine/column-values.ts';
import { localDate } from '#shared/kernel/time.ts';
import { NumberData } from './column-data.ts';
import { pickPage, rowOrder } from './ordering.ts';
import { rowTest } from './predicate.ts';
import type {
  Aggregate,
  GroupBy,
  Page,
  PlainQuery,
  Row,
  SearchRequest,
  SummaryPart,
} from './protocol.ts';
import type { RowStore } from './row-store.ts';
import type { TextIndex } from './text/text-index.ts';
import type { TypeTable } from './type-table.ts';

const quarterHour = 900_000;

/** Answers questions over the columns and the text index. Pure reading. */
export class Answers {
  readonly #store: RowStore;
  /** Absent until it is loaded; a search waits for it. */
  text: TextIndex | undefined;

  constructor(store: RowStore) {
    this.#store = store;
  }

  /** Rows of the page and the number of all that match. */
  page(query: PlainQuery, page: Page): { total: number; rows: readonly number[]; table: TypeTable | undefined } {
    const table = this.#store.tables.get(query.type);
    if (!table) return { total: 0, rows: [], table };
    const isRanked = query.text !== undefined && query.text.trim() !== '' && (query.sort ?? []).length === 0;
    if (isRanked) return { ...this.#ranked(table, query, page), table };
    const rows = this.#matching(table, query);
    const order = rowOrder(table, query.sort ?? [], (id) => this.#store.labelOf(id));
    const total = rows.length;
    const hasSort = (query.sort ?? []).length > 0;
    const picked = hasSort
      ? pickPage(rows, order, page.offset, page.limit)
      : rows.slice(page.offset, page.offset + page.limit);
    return { total, rows: picked, table };
  }

  count(query: PlainQuery): number {
    const table = this.#store.tables.get(query.type);
    return table ? this.#matching(table, query).length : 0;
  }

  summary(query: PlainQuery, groupBy: GroupBy | undefined, of: Aggregate | undefined): readonly SummaryPart[] {
    const table = this.#store.tables.get(query.type);
    if (!table) return [];
    const keyOf = groupBy ? this.#keyOf(table, groupBy) : () => null;
    const groups = new Map<string | number | boolean | null, { count: number; sum: number }>();
    for (const row of this.#matching(table, query)) {
      const amount = of ? Number(table.cell(row, of.column) ?? NaN) : 1;
      if (Number.isNaN(amount)) continue;
      const key = keyOf(row);
      const group = groups.get(key) ?? { count: 0, sum: 0 };
      group.count += 1;
      group.sum += amount;
      groups.set(key, group);
    }
    return [...groups].map(([key, { count, sum }]) => ({
      key,
      label: this.#groupLabel(table, groupBy, key),
      value: of?.by === 'mean' ? sum / count : sum,
    }));
  }

  search({ text, parts, limit }: SearchRequest): { total: number; rows: readonly Row[] } {
    const tests = new Map(
      parts.flatMap(({ type, where }) => {
        const table = this.#store.tables.get(type);
        return table ? [[table, rowTest(table, where)] as const] : [];
      }),
    );
    const { hits, total } = this.#textIndex().search(text, {
      limit,
      accept: (slot) => {
        const place = this.#store.place(slot);
        return place !== undefined && (tests.get(place.table)?.(place.row) ?? false);
      },
    });
    const rows = hits.flatMap(({ slot }) => {
      const place = this.#store.place(slot);
      return place ? [this.row(place.table, place.row)] : [];
    });
    return { total, rows };
  }

  row(table: TypeTable, row: number): Row {
    const cells = table.cells(row);
    return { id: table.ids[row] ?? '', type: table.type.name, cells, labels: this.#labels(table, cells) };
  }

  #textIndex(): TextIndex {
    if (!this.text) throw new Error('The text index is not loaded yet.');
    return this.text;
  }

  #labels(table: TypeTable, cells: Cells): Readonly<Record<string, string>> {
    const labels: Record<string, string> = {};
    for (const [name, { column }] of table.columns) {
      if (!column.to) continue;
      const value = cells[name];
      if (typeof value === 'string') labels[value] = this.#store.labelOf(value);
      else if (Array.isArray(value)) {
        for (const id of value as readonly string[]) labels[id] = this.#store.labelOf(id);
      }
    }
    return labels;
  }

  #ranked(table: TypeTable, query: PlainQuery, page: Page): { total: number; rows: readonly number[] } {
    const test = rowTest(table, query.where);
    const { hits, total } = this.#textIndex().search(query.text ?? '', {
      limit: page.offset + page.limit,
      accept: (slot) => {
        const place = this.#store.place(slot);
        return place?.table === table && test(place.row);
      },
    });
    const rows = hits.slice(page.offset).flatMap(({ slot }) => this.#store.place(slot)?.row ?? []);
    return { total, rows };
  }

  /** Rows that meet the query, in order of arrival. */
  #matching(table: TypeTable, query: PlainQuery): number[] {
    const test = rowTest(table, query.where);
    const rows: number[] = [];
    if (query.text?.trim()) {
      this.#textIndex().search(query.text, {
        limit: 0,
        accept: (slot) => {
          const place = this.#store.place(slot);
          const isHit = place?.table === table && test(place.row);
          if (isHit) rows.push(place.row);
          return isHit;
        },
      });
      return rows.sort((a, b) => a - b);
    }
    const { size } = table;
    for (let row = 0; row < size; row += 1) if (test(row)) rows.push(row);
    return rows;
  }

  #keyOf(table: TypeTable, { column, bucket, zone }: GroupBy): (row: number) => string | number | boolean | null {
    const data = table.data(column);
    if (bucket !== 'day' || !(data instanceof NumberData)) {
      return (row) => {
        const value = table.cell(row, column);
        return typeof value === 'object' ? null : value;
      };
    }
    // Zones change their offset at quarters of an hour at the finest, so a quarter lies on one day.
    const days = new Map<number, string>();
    return (row) => {
      const at = data.values[row] ?? NaN;
      if (Number.isNaN(at)) return null;
      const quarter = Math.floor(at / quarterHour);
      let day = days.get(quarter);
      if (day === undefined) {
        day = localDate(at, zone ?? 'UTC');
        days.set(quarter, day);
      }
      return day;
    };
  }

  #groupLabel(table: TypeTable, groupBy: GroupBy | undefined, key: string | number | boolean | null): string {
    if (key === null) return 'None';
    const column = groupBy && table.columns.get(groupBy.column)?.column;
    const choice = column?.choices?.find(({ value }) => value === key);
    if (choice) return choice.label;
    return column?.to && typeof key === 'string' ? this.#store.labelOf(key) : String(key);
  }
}
