import type { Cells, CellValue } from '#shared/engine/column-values.ts';
import { groupKeys, isByDay, type GroupKey } from './grouping.ts';
import { pickPage, rowOrder, type LabelOf } from './ordering.ts';
import { rowTest, type RowTest } from './predicate.ts';
import type {
  Aggregate,
  GroupBy,
  Page,
  PlainQuery,
  RecordName,
  Row,
  SearchRequest,
  SummaryPart,
  TypeSight,
} from './protocol.ts';
import { isMarked, markingFieldName } from '#shared/definition/marking-field.ts';
import { RowLists } from './row-lists.ts';
import type { RowStore } from './row-store.ts';
import type { TextIndex } from './text/text-index.ts';
import type { TypeTable } from './type-table.ts';

type NameOf = (id: string) => RecordName;

/** Answers questions over the columns and the text index. Pure reading. */
export class Answers {
  readonly #store: RowStore;
  readonly #lists: RowLists;
  readonly #labelOf: LabelOf = (id) => this.#store.labelOf(id);
  /** Absent until it is loaded; a search waits for it. */
  text: TextIndex | undefined;

  constructor(store: RowStore) {
    this.#store = store;
    this.#lists = new RowLists(store.tables, this.#labelOf);
  }

  /** Rows of the page and the number of all that match. */
  page(
    query: PlainQuery,
    page: Page,
  ): { total: number; rows: readonly number[]; table: TypeTable | undefined } {
    const table = this.#store.tables.get(query.type);
    if (!table) return { total: 0, rows: [], table };
    const isRanked = query.text !== undefined && query.text.trim() !== '' && (query.sort ?? []).length === 0;
    if (isRanked) return { ...this.#ranked(table, query, page), table };
    if (!query.text?.trim()) return { ...this.#lists.page(table, query, page), table };
    const rows = this.#found(table, query, query.text);
    const order = rowOrder(table, query.sort ?? [], this.#labelOf);
    return { total: rows.length, rows: pickPage(rows, order, page.offset, page.limit), table };
  }

  count(query: PlainQuery): number {
    const table = this.#store.tables.get(query.type);
    return table ? this.#matching(table, query).length : 0;
  }

  summary(
    query: PlainQuery,
    {
      groupBy,
      of,
      sight,
    }: { readonly groupBy?: GroupBy; readonly of?: Aggregate; readonly sight: TypeSight },
  ): readonly SummaryPart[] {
    const table = this.#store.tables.get(query.type);
    if (!table) return [];
    const keysOf = groupBy ? groupKeys(table, groupBy) : () => [null];
    const groups = new Map<GroupKey, { count: number; sum: number }>();
    for (const row of this.#matching(table, query)) {
      const amount = of ? amountOf(table.cell(row, of.column)) : 1;
      if (amount === undefined) continue;
      for (const key of keysOf(row)) {
        const group = groups.get(key) ?? { count: 0, sum: 0 };
        group.count += 1;
        group.sum += amount;
        groups.set(key, group);
      }
    }
    const isDay = groupBy && isByDay(table, groupBy) ? ({ isDay: true } as const) : {};
    const names = this.names(sight);
    return [...groups].map(([key, { count, sum }]) => ({
      key,
      label: groupLabel(table, groupBy, key, names),
      value: of?.by === 'mean' ? sum / count : sum,
      ...(key === null ? {} : isDay),
    }));
  }

  search({ text, parts, limit }: SearchRequest, names: NameOf): { total: number; rows: readonly Row[] } {
    const tests = new Map<TypeTable | undefined, RowTest[]>();
    for (const { type, where } of parts) {
      const table = this.#store.tables.get(type);
      if (table) tests.set(table, [...(tests.get(table) ?? []), rowTest(table, where)]);
    }
    const { hits, total } = this.#textIndex().search(text, {
      limit,
      accept: (slot) => {
        const place = this.#store.place(slot);
        return place !== undefined && (tests.get(place.table)?.some((test) => test(place.row)) ?? false);
      },
    });
    const rows = hits.flatMap(({ slot }) => {
      const place = this.#store.place(slot);
      return place ? [this.row(place.table, place.row, names)] : [];
    });
    return { total, rows };
  }

  row(table: TypeTable, row: number, names: NameOf): Row {
    const cells = table.cells(row);
    return { id: table.ids[row] ?? '', type: table.type.name, cells, ...namesIn(table, cells, names) };
  }

  /** Names of records as far as they may be seen; the number of one that may not. */
  names(sight: TypeSight): NameOf {
    const tests = new Map<TypeTable, RowTest>();
    for (const [name, conditions] of Object.entries(sight)) {
      const table = this.#store.tables.get(name);
      if (table) tests.set(table, rowTest(table, conditions));
    }
    return (id) => {
      const place = this.#store.find(id);
      const test = place && tests.get(place.table);
      const isSeen = !place || !test || test(place.row);
      if (!isSeen) return { title: String(place.table.cell(place.row, 'number') ?? id), marking: '' };
      const marking =
        place && isMarked(place.table.type) ? place.table.cell(place.row, markingFieldName) : '';
      return { title: this.#store.labelOf(id), marking: typeof marking === 'string' ? marking : '' };
    };
  }

  #textIndex(): TextIndex {
    if (!this.text) throw new Error('The text index is not loaded yet.');
    return this.text;
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
  #matching(table: TypeTable, query: PlainQuery): Iterable<number> & { readonly length: number } {
    const { text, where } = query;
    return text?.trim() ? this.#found(table, query, text) : this.#lists.matching(table, where);
  }

  #found(table: TypeTable, { where }: PlainQuery, text: string): number[] {
    const test = rowTest(table, where);
    const rows: number[] = [];
    this.#textIndex().search(text, {
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
}

function namesIn(table: TypeTable, cells: Cells, nameOf: NameOf): Pick<Row, 'labels' | 'markings'> {
  const labels: Record<string, string> = {};
  const markings: Record<string, string> = {};
  const add = (id: string) => {
    const { title, marking } = nameOf(id);
    labels[id] = title;
    if (marking !== '') markings[id] = marking;
  };
  for (const [name, { column }] of table.columns) {
    const value = column.to ? cells[name] : undefined;
    if (typeof value === 'string') add(value);
    else if (Array.isArray(value)) (value as readonly string[]).forEach(add);
  }
  return { labels, markings };
}

function groupLabel(table: TypeTable, groupBy: GroupBy | undefined, key: GroupKey, nameOf: NameOf): string {
  if (key === null) return 'None';
  const column = groupBy && table.columns.get(groupBy.column)?.column;
  const choice = column?.choices?.find(({ value }) => value === key);
  if (choice) return choice.label;
  return column?.to && typeof key === 'string' ? nameOf(key).title : String(key);
}

/** Yes counts one, no nothing; what is no number does not count at all. */
function amountOf(value: CellValue): number | undefined {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'number' ? value : undefined;
}
