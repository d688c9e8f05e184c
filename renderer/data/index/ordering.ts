import type { Sort } from '#shared/definition/query.ts';
import { CodeData, NumberData, SetData } from './column-data.ts';
import type { TypeTable } from './type-table.ts';

export type RowOrder = (a: number, b: number) => number;

/** Titles of referenced records, to sort references by what people read. */
export type LabelOf = (id: string) => string;

const collator = new Intl.Collator('en');

/** Below this many rows a page is picked by a heap; above, by a sorted list of all rows that is kept. */
const heapLimit = 2000;

/** Compares rows by the sorts in turn; rows without a value come last either way; equal rows stand in order of arrival. */
export function rowOrder(table: TypeTable, sorts: readonly Sort[], labelOf: LabelOf): RowOrder {
  const orders = sorts.map((sort) => columnOrder(table, sort, labelOf));
  const [first] = orders;
  if (orders.length === 1 && first) return (a, b) => first(a, b) || a - b;
  return (a, b) => {
    for (const order of orders) {
      const result = order(a, b);
      if (result !== 0) return result;
    }
    return a - b;
  };
}

function columnOrder(table: TypeTable, sort: Sort, labelOf: LabelOf): RowOrder {
  const entry = table.columns.get(sort.column);
  const sign = sort.descending ? -1 : 1;
  if (!entry) return () => 0;
  const { data, column } = entry;
  if (data instanceof NumberData) {
    return (a, b) => byNumber(data.values[a] ?? NaN, data.values[b] ?? NaN, sign);
  }
  if (data instanceof CodeData) {
    const ranks = rankCodes(
      data,
      column.kind === 'choice' ? column.choices?.map(({ value }) => value) : undefined,
      labelOf,
    );
    return (a, b) => byNumber(ranks[data.codes[a] ?? 0] ?? NaN, ranks[data.codes[b] ?? 0] ?? NaN, sign);
  }
  if (data instanceof SetData) {
    return (a, b) => byNumber(data.members[a]?.length ?? NaN, data.members[b]?.length ?? NaN, sign);
  }
  return (a, b) => byText(data.texts[a] ?? null, data.texts[b] ?? null, sign);
}

function byNumber(a: number, b: number, sign: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  if (Number.isNaN(b)) return -1;
  return a < b ? -sign : sign;
}

function byText(a: string | null, b: string | null, sign: number): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return collator.compare(a, b) * sign;
}

/** Choices rank as declared, references by their title. The empty value has no rank. */
function rankCodes(data: CodeData, declared: readonly string[] | undefined, labelOf: LabelOf): Float64Array {
  const { texts } = data.dictionary;
  const ranks = new Float64Array(texts.length).fill(NaN);
  if (declared) {
    for (let code = 1; code < texts.length; code += 1) {
      const place = declared.indexOf(texts[code] ?? '');
      ranks[code] = place < 0 ? declared.length : place;
    }
    return ranks;
  }
  const codes = Array.from({ length: texts.length - 1 }, (_, index) => index + 1);
  const labels = texts.map((text) => (text ? labelOf(text) : ''));
  codes.sort((a, b) => collator.compare(labels[a] ?? '', labels[b] ?? ''));
  codes.forEach((code, rank) => (ranks[code] = rank));
  return ranks;
}

/** The rows from `offset` on, at most `limit`, of `rows` in order. Reorders `rows`. */
export function pickPage(rows: number[], order: RowOrder, offset: number, limit: number): readonly number[] {
  const wanted = offset + limit;
  if (wanted > heapLimit || rows.length <= wanted * 2) return rows.sort(order).slice(offset, wanted);
  return smallest(rows, order, wanted).slice(offset);
}

/** The `count` first rows in order, without sorting the rest: a heap whose top is the last row that is still in. */
function smallest(rows: readonly number[], order: RowOrder, count: number): number[] {
  const heap = rows.slice(0, count).sort((a, b) => order(b, a));
  const [top] = heap;
  if (top === undefined) return [];
  for (let index = count; index < rows.length; index += 1) {
    const row = rows[index] as number;
    if (order(row, heap[0] as number) < 0) sink(heap, row, order);
  }
  return heap.sort(order);
}

function sink(heap: number[], row: number, order: RowOrder): void {
  let place = 0;
  for (;;) {
    const left = place * 2 + 1;
    if (left >= heap.length) break;
    const right = left + 1;
    const isRight = right < heap.length && order(heap[right] as number, heap[left] as number) > 0;
    const child = isRight ? right : left;
    if (order(heap[child] as number, row) <= 0) break;
    heap[place] = heap[child] as number;
    place = child;
  }
  heap[place] = row;
}
