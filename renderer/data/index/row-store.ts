import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { Cells } from '#shared/engine/column-values.ts';
import { TypeTable } from './type-table.ts';

/** Where a record stands. Slots are dense over all types, in order of arrival; the text index knows records by slot. */
export interface Place {
  readonly table: TypeTable;
  readonly row: number;
}

/** The columns of all record types. */
export class RowStore {
  readonly tables: ReadonlyMap<string, TypeTable>;
  readonly #slotOf = new Map<string, number>();
  readonly #tableOf: (TypeTable | undefined)[] = [];
  readonly #rowOf: number[] = [];

  constructor(catalogue: Catalogue) {
    this.tables = new Map(catalogue.types.map((type) => [type.name, new TypeTable(type)]));
  }

  get size(): number {
    return this.#slotOf.size;
  }

  slotOf(id: string): number | undefined {
    return this.#slotOf.get(id);
  }

  place(slot: number): Place | undefined {
    const table = this.#tableOf[slot];
    const row = this.#rowOf[slot];
    return table && row !== undefined ? { table, row } : undefined;
  }

  find(id: string): Place | undefined {
    const slot = this.#slotOf.get(id);
    return slot === undefined ? undefined : this.place(slot);
  }

  /** Adds a record or gives it new values. Returns its slot. */
  put(type: RecordType, id: string, cells: Cells): number {
    const known = this.#slotOf.get(id);
    const place = known === undefined ? undefined : this.place(known);
    if (known !== undefined && place) {
      place.table.put(place.row, cells);
      return known;
    }
    const table = this.tables.get(type.name);
    if (!table) throw new Error(`Record type ${type.name} is not in the catalogue.`);
    const slot = this.#tableOf.length;
    this.register(id, slot, table, table.add(id, slot, cells));
    return slot;
  }

  register(id: string, slot: number, table: TypeTable, row: number): void {
    this.#slotOf.set(id, slot);
    this.#tableOf[slot] = table;
    this.#rowOf[slot] = row;
  }

  /** Title of a record; its id where it is not known, as for names that an import kept. */
  labelOf(id: string): string {
    const place = this.find(id);
    if (!place) return id;
    const { table, row } = place;
    const title = table.cell(row, table.type.views.title);
    return typeof title === 'string' && title ? title : String(table.cell(row, 'number') ?? id);
  }
}
