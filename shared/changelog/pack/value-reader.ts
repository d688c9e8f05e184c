import { encodeBase32Of128 } from '../../kernel/base32.ts';
import { toBase64Url } from '../../kernel/canonical.ts';
import { BaseGuess } from './bases.ts';
import { PackFault, type ByteReader } from './byte-reader.ts';
import type { Columns } from './columns.ts';
import type { Budget } from './budget.ts';
import { deepest, inColumns, kinds, nearTime } from './kinds.ts';
import { ShapeReader, type ReadKind, type ReadShape } from './shape-reader.ts';

/** Reads what ValueWriter wrote. Throws a PackFault for anything else, and before it would take more memory than its budget. */
export class ValueReader {
  readonly #columns: Columns<ByteReader>;
  readonly #ids: ByteReader;
  readonly #budget: Budget;
  readonly #shapes: ShapeReader;
  readonly #bases: BaseGuess;
  readonly #texts: string[] = [];
  readonly #idValues: string[] = [];
  readonly #replicas: string[];
  readonly #lastSeqs = new Map<number, number>();
  #seq = 0;
  #time = 0;
  #field = '';
  #checked: ReadShape | undefined;

  constructor(columns: Columns<ByteReader>, ids: ByteReader, replica: string, budget: Budget) {
    this.#columns = columns;
    this.#ids = ids;
    this.#budget = budget;
    this.#shapes = new ShapeReader(columns.definitions, budget);
    this.#bases = new BaseGuess(replica);
    this.#replicas = [replica];
  }

  begin(record: string, seq: number, wall: number): void {
    if (this.#seq === 0) this.#time = nearTime(wall);
    this.#bases.begin(record);
    this.#seq = seq;
  }

  /** Adds the members of an entry that have no column of their own. */
  entry(target: Record<string, unknown>): void {
    const shape = this.#shapes.read(this.#columns.shapes);
    if (typeof shape === 'number') throw new PackFault('an entry is no object');
    if (shape !== this.#checked) this.#mustLeaveColumns(shape);
    this.#budget.spend(shape.weight);
    this.#fill(target, shape, false, 0);
    this.#bases.end(this.#seq);
  }

  #mustLeaveColumns(shape: ReadShape): void {
    if (shape.members.some(({ name }) => inColumns.has(name))) throw new PackFault('an entry is no object');
    this.#checked = shape;
  }

  party(column: ByteReader, known: string[]): string {
    const place = column.whole();
    const text = place > 1 ? at(known, place - 2) : this.#newParty(place === 0);
    if (place < 2) known.push(text);
    this.#budget.spend(text.length);
    return text;
  }

  #newParty(isId: boolean): string {
    return isId ? encodeBase32Of128(this.#ids.bytes(16)) : this.#columns.texts.text();
  }

  #object(shape: ReadShape, isFields: boolean, depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    this.#fill(object, shape, isFields, depth);
    return object;
  }

  #fill(object: Record<string, unknown>, shape: ReadShape, isFields: boolean, depth: number): void {
    if (depth + shape.depth > deepest) throw new PackFault('a value is nested too deeply');
    for (const { name, kind, text, isFieldMap } of shape.members) {
      if (isFields) this.#field = name;
      const value = text ?? this.#value(kind, isFieldMap, depth + 1);
      if (name === '__proto__') define(object, name, value);
      else object[name] = value;
    }
    if (isFields) this.#field = '';
  }

  #value(kind: ReadKind, isFieldMap: boolean, depth: number): unknown {
    if (typeof kind !== 'number') return this.#object(kind, isFieldMap, depth);
    const { values } = this.#columns;
    switch (kind) {
      case kinds.text:
        return this.#text();
      case kinds.oneRef:
        return [this.#ref()];
      case kinds.id:
        return this.party(values, this.#idValues);
      case kinds.whole:
        return values.zigzag();
      case kinds.time:
        this.#time += values.zigzag();
        return this.#time;
      case kinds.ref:
        return this.#ref();
      case kinds.list:
        return this.#list(depth);
      case kinds.float:
        return values.float();
      case kinds.null:
        return null;
      case kinds.false:
        return false;
      case kinds.true:
        return true;
      case kinds.emptyList:
        return [];
      default:
        throw new PackFault(`a value is of kind ${kind}`);
    }
  }

  #text(): string {
    const { values, texts } = this.#columns;
    const place = values.whole();
    const text = place > 1 ? at(this.#texts, place - 2) : texts.text();
    if (place === 0) this.#texts.push(text);
    this.#budget.spend(text.length);
    return text;
  }

  #list(depth: number): unknown[] {
    if (depth >= deepest) throw new PackFault('a value is nested too deeply');
    const { values } = this.#columns;
    const list: unknown[] = [];
    for (let length = values.whole(); length > 0; length -= 1) {
      const kind = this.#shapes.read(values);
      this.#budget.spend(typeof kind === 'number' ? itemWeight : kind.weight);
      list.push(this.#value(kind, false, depth + 1));
    }
    return list;
  }

  #ref(): string {
    const ref = this.#newRef();
    this.#bases.learn(this.#field, ref);
    this.#budget.spend(ref.length);
    return ref;
  }

  #newRef(): string {
    const { refs } = this.#columns;
    const code = refs.whole();
    if (code === 0) {
      const guess = this.#bases.guess(this.#field);
      if (guess === undefined) throw new PackFault('a reference has nothing to go by');
      return guess;
    }
    const place = code > 2 ? code - 3 : this.#replicas.length;
    if (code <= 2) this.#replicas.push(code === 1 ? toBase64Url(refs.bytes(8)) : refs.text());
    const last = place === 0 ? this.#seq : (this.#lastSeqs.get(place) ?? 0);
    const seq = last - refs.zigzag();
    this.#lastSeqs.set(place, seq);
    return `${at(this.#replicas, place)}:${seq}`;
  }
}

const itemWeight = 32;

function at(table: readonly string[], place: number): string {
  const text = table[place];
  if (text === undefined) throw new PackFault('something is named that did not come before');
  return text;
}

function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}
