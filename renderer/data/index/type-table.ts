import type { RecordType } from '#shared/definition/record-type.ts';
import { columnsOf, type Column } from '#shared/engine/columns.ts';
import type { Cells, CellValue } from '#shared/engine/column-values.ts';
import { newColumnData, type AnyColumnData } from './column-data.ts';

/** Rows that are saved together. */
export const blockRows = 4096;
const mostChanges = 4096;

/** The columns of one record type. Rows are never taken away: records are not deleted. */
export class TypeTable {
  readonly type: RecordType;
  readonly columns: ReadonlyMap<string, { readonly column: Column; readonly data: AnyColumnData }>;
  readonly ids: string[] = [];
  /** Row → slot in the whole store. */
  readonly slots: number[] = [];
  /** Block → version at which it was last changed, since it was last saved. */
  readonly #dirty = new Map<number, number>();
  /** Grows with every change. */
  version = 0;
  /** Rows of the newest changes, one for each version from `#changesFrom` + 1 on. */
  #changes: number[] = [];
  #changesFrom = 0;

  constructor(type: RecordType) {
    this.type = type;
    this.columns = new Map(
      columnsOf(type).map((column) => [column.name, { column, data: newColumnData(column.kind) }]),
    );
  }

  get size(): number {
    return this.ids.length;
  }

  add(id: string, slot: number, cells: Cells): number {
    const row = this.ids.length;
    this.ids.push(id);
    this.slots.push(slot);
    this.put(row, cells);
    return row;
  }

  put(row: number, cells: Cells): void {
    for (const [name, { data }] of this.columns) data.set(row, cells[name] ?? null);
    // Blocks that were loaded have counted on without naming rows.
    if (this.version - this.#changesFrom !== this.#changes.length || this.#changes.length >= mostChanges) {
      this.#changes = [];
      this.#changesFrom = this.version;
    }
    this.version += 1;
    this.#changes.push(row);
    this.#dirty.set(Math.floor(row / blockRows), this.version);
  }

  /** Rows changed since a version; undefined where there are more than `most`, or they are not known any more. */
  changedSince(version: number, most: number): ReadonlySet<number> | undefined {
    if (version === this.version) return new Set();
    const isKnown = version >= this.#changesFrom && this.version - this.#changesFrom === this.#changes.length;
    if (!isKnown || this.version - version > most) return undefined;
    return new Set(this.#changes.slice(version - this.#changesFrom));
  }

  /** Blocks that differ from the saved ones. */
  dirtyBlocks(): readonly number[] {
    return [...this.#dirty.keys()];
  }

  /** What was changed up to this version is saved now. */
  confirmSaved(version: number): void {
    for (const [block, changed] of this.#dirty) if (changed <= version) this.#dirty.delete(block);
  }

  cell(row: number, column: string): CellValue {
    return this.columns.get(column)?.data.get(row) ?? null;
  }

  cells(row: number): Cells {
    const cells: Record<string, CellValue> = {};
    for (const [name, { data }] of this.columns) cells[name] = data.get(row);
    return cells;
  }

  data(column: string): AnyColumnData | undefined {
    return this.columns.get(column)?.data;
  }
}
