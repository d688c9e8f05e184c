import type { Budget } from './budget.ts';
import { PackFault, type ByteReader } from './byte-reader.ts';
import { deepest, firstShape, kinds, newShape } from './kinds.ts';
import { knownNames } from './known-names.ts';

export type ReadKind = number | ReadShape;

export interface ReadShape {
  readonly members: readonly ReadMember[];
  /** Rough size of an object of it without its texts, in bytes; objects in it included. */
  readonly weight: number;
  /** Levels of objects in it, itself included. */
  readonly depth: number;
}

export interface ReadMember {
  readonly name: string;
  readonly kind: ReadKind;
  readonly text?: string;
  /** Do its members stand for fields of a record? */
  readonly isFieldMap: boolean;
}

const memberWeight = 32;

/** The shapes of a package, in the order of their definition. */
export class ShapeReader {
  readonly #definitions: ByteReader;
  readonly #budget: Budget;
  readonly #shapes: ReadShape[] = [];
  readonly #names: string[] = [];

  constructor(definitions: ByteReader, budget: Budget) {
    this.#definitions = definitions;
    this.#budget = budget;
  }

  /** The kind that a column names next; a new shape is read with it. */
  read(column: ByteReader, depth = 0): ReadKind {
    const code = column.whole();
    if (code < newShape) return code;
    if (code === newShape) return this.#define(depth);
    const shape = this.#shapes[code - firstShape];
    if (!shape) throw new PackFault('a shape is named that did not come before');
    return shape;
  }

  #define(level: number): ReadShape {
    if (level > deepest) throw new PackFault('a value is nested too deeply');
    const members: ReadMember[] = [];
    let weight = memberWeight;
    let depth = 0;
    for (let count = this.#definitions.whole(); count > 0; count -= 1) {
      const name = this.#name();
      const kind = this.read(this.#definitions, level + 1);
      const text = kind === kinds.literal ? this.#name() : undefined;
      members.push({ name, kind, ...(text === undefined ? {} : { text }), isFieldMap: name === 'fields' });
      weight += memberWeight + name.length + (text?.length ?? 0);
      if (typeof kind !== 'number') {
        weight += kind.weight;
        depth = Math.max(depth, kind.depth);
      }
      this.#budget.spend(memberWeight);
    }
    const shape = { members, weight, depth: depth + 1 };
    this.#shapes.push(shape);
    return shape;
  }

  #name(): string {
    const code = this.#definitions.whole();
    const known = code > 0 ? (knownNames[code - 1] ?? this.#names[code - 1 - knownNames.length]) : undefined;
    if (known !== undefined) return known;
    if (code > 0) throw new PackFault('a name is used that did not come before');
    const name = this.#definitions.text();
    this.#names.push(name);
    return name;
  }
}
