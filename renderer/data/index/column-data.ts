import type { ColumnKind } from '#shared/engine/columns.ts';
import type { CellValue } from '#shared/engine/column-values.ts';

const firstCapacity = 256;

/** Texts as small numbers; 0 stands for "no value". */
export class Dictionary {
  readonly texts: string[] = [''];
  readonly #codes = new Map<string, number>();

  codeOf(text: string): number {
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.texts.length;
      this.texts.push(text);
      this.#codes.set(text, code);
    }
    return code;
  }

  /** The code of a text that is there already. */
  find(text: string): number | undefined {
    return this.#codes.get(text);
  }
}

/** The values of one column, by row. */
export interface ColumnData {
  set(row: number, value: CellValue): void;
  get(row: number): CellValue;
}

/** Numbers, instants, lengths and yes/no; NaN stands for "no value". */
export class NumberData implements ColumnData {
  values = new Float64Array(firstCapacity).fill(NaN);
  readonly isBoolean: boolean;

  constructor(isBoolean: boolean) {
    this.isBoolean = isBoolean;
  }

  /** Sets the values of rows that follow each other. */
  fill(from: number, values: Float64Array): void {
    this.#hold(from + values.length);
    this.values.set(values, from);
  }

  set(row: number, value: CellValue): void {
    this.#hold(row + 1);
    this.values[row] = typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : NaN;
  }

  get(row: number): CellValue {
    const value = this.values[row] ?? NaN;
    if (Number.isNaN(value)) return null;
    return this.isBoolean ? value === 1 : value;
  }

  #hold(rows: number): void {
    if (rows <= this.values.length) return;
    const grown = new Float64Array(Math.max(rows, this.values.length * 2)).fill(NaN);
    grown.set(this.values);
    this.values = grown;
  }
}

/** Choices and references: few different texts over many rows. */
export class CodeData implements ColumnData {
  codes = new Uint32Array(firstCapacity);
  readonly dictionary = new Dictionary();

  set(row: number, value: CellValue): void {
    this.#hold(row + 1);
    this.codes[row] = typeof value === 'string' ? this.dictionary.codeOf(value) : 0;
  }

  /** Sets the codes of rows that follow each other; `meaning` tells the code here for each code given. */
  fill(from: number, codes: Uint16Array, meaning: readonly number[]): void {
    this.#hold(from + codes.length);
    const own = this.codes;
    // A loop by index: an iterator takes ten times as long, and a start waits for this.
    for (let at = 0; at < codes.length; at += 1) own[from + at] = meaning[codes[at] ?? 0] ?? 0;
  }

  get(row: number): CellValue {
    const code = this.codes[row] ?? 0;
    return code === 0 ? null : (this.dictionary.texts[code] ?? null);
  }

  #hold(rows: number): void {
    if (rows <= this.codes.length) return;
    const grown = new Uint32Array(Math.max(rows, this.codes.length * 2));
    grown.set(this.codes);
    this.codes = grown;
  }
}

export class TextData implements ColumnData {
  readonly texts: (string | null)[] = [];

  set(row: number, value: CellValue): void {
    while (this.texts.length < row) this.texts.push(null);
    this.texts[row] = typeof value === 'string' ? value : null;
  }

  get(row: number): CellValue {
    return this.texts[row] ?? null;
  }
}

/** Tags and references: several codes a row; undefined where there is none. */
export class SetData implements ColumnData {
  readonly members: (readonly number[] | undefined)[] = [];
  readonly dictionary = new Dictionary();

  set(row: number, value: CellValue): void {
    while (this.members.length < row) this.members.push(undefined);
    const isList = value !== null && typeof value === 'object' && value.length > 0;
    this.members[row] = isList ? value.map((text) => this.dictionary.codeOf(text)) : undefined;
  }

  get(row: number): CellValue {
    return this.members[row]?.map((code) => this.dictionary.texts[code] ?? '') ?? null;
  }
}

export type AnyColumnData = NumberData | CodeData | TextData | SetData;

export function newColumnData(kind: ColumnKind): AnyColumnData {
  switch (kind) {
    case 'number':
    case 'instant':
    case 'milliseconds':
    case 'boolean':
      return new NumberData(kind === 'boolean');
    case 'choice':
    case 'reference':
      return new CodeData();
    case 'set':
      return new SetData();
    case 'text':
      return new TextData();
  }
}
