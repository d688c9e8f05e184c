import { decodeBase32Of128 } from '../../kernel/base32.ts';
import { fromBase64Url } from '../../kernel/canonical.ts';
import { parseEntryRef } from '../../kernel/ids.ts';
import { BaseGuess } from './bases.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { Columns } from './columns.ts';
import { firstShape, kinds, nearTime, newShape } from './kinds.ts';
import { knownNames } from './known-names.ts';
import { ShapeTable, type Kind, type Shape } from './shapes.ts';

const knownPlaces: ReadonlyMap<string, number> = new Map(knownNames.map((name, place) => [name, place]));
/** A longer text seldom comes twice; where it does, deflating finds it. */
const longestKept = 48;

/** Writes values into columns. Each text, id, replica and name is spelled once and numbered after that. */
export class ValueWriter {
  readonly #columns: Columns<ByteWriter>;
  readonly #ids: ByteWriter;
  readonly #shapes = new ShapeTable();
  readonly #bases: BaseGuess;
  readonly #names = new Map<string, number>();
  readonly #texts = new Map<string, number>();
  readonly #idValues = new Map<string, number>();
  readonly #replicas: Map<string, number>;
  readonly #lastSeqs = new Map<number, number>();
  readonly #idBytes = new Uint8Array(16);
  #written = 0;
  #seq = 0;
  #time = 0;
  #field = '';

  /** @param ids column for what does not deflate. */
  constructor(columns: Columns<ByteWriter>, ids: ByteWriter, replica: string, wall: number) {
    this.#columns = columns;
    this.#ids = ids;
    this.#bases = new BaseGuess(replica);
    this.#replicas = new Map([[replica, 0]]);
    this.#time = nearTime(wall);
  }

  /** The entry that is written now. */
  begin(record: string, seq: number): void {
    this.#bases.begin(record);
    this.#seq = seq;
  }

  /** The members of an entry but these. @throws PackFault where a value in it is no JSON. */
  entry(value: object, without: ReadonlySet<string>): void {
    const shape = this.#shapes.shapeOf(value, without);
    this.#kind(this.#columns.shapes, shape);
    this.#value(value, shape, '');
    this.#bases.end(this.#seq);
  }

  /** An actor, a record, a reference to one. @param known its table. */
  party(column: ByteWriter, known: Map<string, number>, text: string): void {
    const place = known.get(text);
    if (place !== undefined) {
      column.number(place + 2);
      return;
    }
    known.set(text, known.size);
    if (decodeBase32Of128(text, this.#idBytes)) {
      column.number(0);
      this.#ids.bytes(this.#idBytes);
    } else {
      column.number(1);
      this.#columns.texts.text(text);
    }
  }

  /** @param name under which the value stands in its object. */
  #value(value: unknown, kind: Kind, name: string): void {
    if (typeof value === 'number') this.#number(value, kind);
    else if (typeof value === 'string') this.#string(value, kind);
    else if (Array.isArray(value)) this.#list(value, kind);
    else if (typeof kind === 'object') this.#members(value, kind, name === 'fields');
  }

  #members(value: unknown, shape: Shape, isFields: boolean): void {
    const members = value as Readonly<Record<string, unknown>>;
    for (const { name, kind } of shape.members) {
      if (isFields) this.#field = name;
      if (kind !== kinds.literal) this.#value(members[name], kind, name);
    }
    if (isFields) this.#field = '';
  }

  #number(value: number, kind: Kind): void {
    const { values } = this.#columns;
    if (kind === kinds.float) values.float(value);
    else if (kind === kinds.time) {
      values.zigzag(value - this.#time);
      this.#time = value;
    } else values.zigzag(value);
  }

  #string(value: string, kind: Kind): void {
    if (kind === kinds.id) this.party(this.#columns.values, this.#idValues, value);
    else if (kind === kinds.ref) this.#ref(value);
    else this.#text(value);
  }

  #text(text: string): void {
    const { values, texts } = this.#columns;
    const place = this.#texts.get(text);
    if (place !== undefined) {
      values.number(place + 2);
      return;
    }
    const isKept = text.length <= longestKept;
    if (isKept) this.#texts.set(text, this.#texts.size);
    values.number(isKept ? 0 : 1);
    texts.text(text);
  }

  #list(list: readonly unknown[], kind: Kind): void {
    if (kind === kinds.oneRef) this.#ref(String(list[0]));
    if (kind !== kinds.list) return;
    const { values } = this.#columns;
    values.number(list.length);
    for (const item of list) {
      const itemKind = this.#shapes.kindOf(item);
      this.#kind(values, itemKind);
      this.#value(item, itemKind, '');
    }
  }

  #ref(text: string): void {
    const { refs } = this.#columns;
    const isGuessed = this.#bases.guess(this.#field) === text;
    this.#bases.learn(this.#field, text);
    if (isGuessed) {
      refs.number(0);
      return;
    }
    const { replica = '', seq = 0 } = parseEntryRef(text) ?? {};
    const place = this.#replica(refs, replica);
    const last = place === 0 ? this.#seq : (this.#lastSeqs.get(place) ?? 0);
    refs.zigzag(last - seq);
    this.#lastSeqs.set(place, seq);
  }

  #replica(refs: ByteWriter, replica: string): number {
    const known = this.#replicas.get(replica);
    const place = known ?? this.#replicas.size;
    if (known !== undefined) {
      refs.number(known + 3);
      return place;
    }
    this.#replicas.set(replica, place);
    const bytes = fromBase64Url(replica);
    refs.number(bytes ? 1 : 2);
    if (bytes) refs.bytes(bytes);
    else refs.text(replica);
    return place;
  }

  #kind(column: ByteWriter, kind: Kind): void {
    if (typeof kind === 'number') column.number(kind);
    else if (kind.place !== undefined) column.number(firstShape + kind.place);
    else {
      column.number(newShape);
      this.#define(kind);
    }
  }

  #define(shape: Shape): void {
    const { definitions } = this.#columns;
    definitions.number(shape.members.length);
    for (const { name, kind, text } of shape.members) {
      this.#name(name);
      this.#kind(definitions, kind);
      if (text !== undefined) this.#name(text);
    }
    shape.place = this.#written;
    this.#written += 1;
  }

  #name(name: string): void {
    const { definitions } = this.#columns;
    const place = knownPlaces.get(name) ?? this.#names.get(name);
    if (place !== undefined) {
      definitions.number(place + 1);
      return;
    }
    this.#names.set(name, knownNames.length + this.#names.size);
    definitions.number(0);
    definitions.text(name);
  }
}
