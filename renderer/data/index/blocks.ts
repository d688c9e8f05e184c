import { Packr } from 'msgpackr';
import { CodeData, NumberData, SetData, TextData, type AnyColumnData } from './column-data.ts';
import type { RowStore } from './row-store.ts';
import { blockRows, type TypeTable } from './type-table.ts';

/** Length that stands for "no value". */
const noText = 2 ** 32 - 1;

const packr = new Packr({ useRecords: false });

/** Texts one behind the other: decoded at once, which is many times faster than one by one. */
interface PackedTexts {
  /** UTF-8. */
  readonly letters: Uint8Array;
  /** Length of each text, UTF-16 units, as 32-bit numbers; `noText` where there is none. */
  readonly lengths: Uint8Array;
}

/** Values of a column for the rows of one block. Codes are of the block's own dictionary, so a block can be read alone. */
type PackedColumn =
  | { readonly numbers: Uint8Array }
  | { readonly codes: Uint8Array; readonly dictionary: readonly string[] }
  | { readonly texts: PackedTexts }
  | { readonly sets: readonly (readonly string[] | null)[] };

interface PackedBlock {
  readonly ids: PackedTexts;
  readonly slots: Uint8Array;
  readonly columns: Readonly<Record<string, PackedColumn>>;
}

export const columnBlockPrefix = 'columns/';

/** The key of a block; sorts by type, then by place. */
export function blockKey(table: TypeTable, block: number): string {
  return `${columnBlockPrefix}${table.type.name}/${String(block).padStart(6, '0')}`;
}

/** Packs one block of a table. */
export function packBlock(table: TypeTable, block: number): Uint8Array {
  const from = block * blockRows;
  const until = Math.min(from + blockRows, table.size);
  const columns: Record<string, PackedColumn> = {};
  for (const [name, { data }] of table.columns) columns[name] = packColumn(data, from, until);
  const packed: PackedBlock = {
    ids: packTexts(table.ids.slice(from, until)),
    slots: new Uint8Array(Uint32Array.from(table.slots.slice(from, until)).buffer),
    columns,
  };
  return new Uint8Array(packr.pack(packed));
}

function packTexts(texts: readonly (string | null)[]): PackedTexts {
  const lengths = Uint32Array.from(texts, (text) => text?.length ?? noText);
  const letters = new TextEncoder().encode(texts.join(''));
  return { letters, lengths: new Uint8Array(lengths.buffer) };
}

function unpackTexts({ letters, lengths }: PackedTexts): (string | null)[] {
  const all = new TextDecoder().decode(letters);
  let end = 0;
  const texts: (string | null)[] = [];
  for (const length of numbersIn(lengths)) {
    texts.push(length === noText ? null : all.slice(end, end + length));
    if (length !== noText) end += length;
  }
  if (end !== all.length) throw new Error('The texts of a block do not fill it.');
  return texts;
}

function numbersIn(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer);
}

/** Fills a table from a block. Blocks of a table come in ascending order. @throws Error when the block is damaged. */
export function unpackBlock(store: RowStore, table: TypeTable, bytes: Uint8Array): void {
  const packed = packr.unpack(bytes) as PackedBlock;
  const from = table.size;
  const slots = numbersIn(packed.slots);
  unpackTexts(packed.ids).forEach((id, index) => {
    const slot = slots[index];
    if (slot === undefined || id === null)
      throw new Error(`Block of ${table.type.name} has no slot for its row ${index}.`);
    table.ids.push(id);
    table.slots.push(slot);
    store.register(id, slot, table, from + index);
  });
  for (const [name, { data }] of table.columns) {
    const column = packed.columns[name];
    if (column) unpackColumn(data, column, from);
  }
  table.version += 1;
}

function packColumn(data: AnyColumnData, from: number, until: number): PackedColumn {
  if (data instanceof NumberData) {
    const numbers = new Float64Array(until - from).fill(NaN);
    numbers.set(data.values.subarray(from, until));
    return { numbers: new Uint8Array(numbers.buffer) };
  }
  if (data instanceof CodeData) {
    const own = new Map<number, number>([[0, 0]]);
    const dictionary = [''];
    const codes = new Uint16Array(until - from);
    for (let row = from; row < until; row += 1) {
      const code = data.codes[row] ?? 0;
      let local = own.get(code);
      if (local === undefined) {
        local = dictionary.length;
        own.set(code, local);
        dictionary.push(data.dictionary.texts[code] ?? '');
      }
      codes[row - from] = local;
    }
    return { codes: new Uint8Array(codes.buffer), dictionary };
  }
  if (data instanceof TextData) {
    return {
      texts: packTexts(Array.from({ length: until - from }, (_, index) => data.texts[from + index] ?? null)),
    };
  }
  return {
    sets: Array.from(
      { length: until - from },
      (_, index) => data.get(from + index) as readonly string[] | null,
    ),
  };
}

function unpackColumn(data: AnyColumnData, packed: PackedColumn, from: number): void {
  if ('numbers' in packed && data instanceof NumberData) {
    data.fill(from, new Float64Array(packed.numbers.slice().buffer));
  } else if ('codes' in packed && data instanceof CodeData) {
    const global = packed.dictionary.map((text) => (text === '' ? 0 : data.dictionary.codeOf(text)));
    data.fill(from, new Uint16Array(packed.codes.slice().buffer), global);
  } else if ('texts' in packed && data instanceof TextData) {
    for (const text of unpackTexts(packed.texts)) data.texts.push(text);
  } else if ('sets' in packed && data instanceof SetData) {
    packed.sets.forEach((members, index) => {
      data.set(from + index, members);
    });
  } else {
    throw new Error('A block does not fit the column it belongs to.');
  }
}
