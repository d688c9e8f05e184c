import type { Field } from './block-codec.ts';
import { FIELD_SPAN } from './postings.ts';

/** Field number 0 takes what does not fit: more than 511 distinct pairs of name and boost. */
const OTHERS: Field = { name: '', boost: 1 };

/** Numbers the fields by name and boost, so that a posting can carry them. */
export class FieldTable {
  readonly #fields: Field[];
  readonly #numbers = new Map<string, number>();

  constructor(fields: readonly Field[] = [OTHERS]) {
    this.#fields = [...fields];
    fields.forEach((field, number) => this.#numbers.set(keyOf(field), number));
  }

  get fields(): readonly Field[] {
    return this.#fields;
  }

  numberOf(name: string, boost: number): number {
    const field = { name, boost };
    const known = this.#numbers.get(keyOf(field));
    if (known !== undefined) return known;
    if (this.#fields.length >= FIELD_SPAN) return 0;
    this.#fields.push(field);
    this.#numbers.set(keyOf(field), this.#fields.length - 1);
    return this.#fields.length - 1;
  }

  /** Boost by field number; 0 for the fields that a search of one field leaves out. */
  boosts(name: string | undefined): Float32Array {
    return Float32Array.from(this.#fields, (field) =>
      name === undefined || field.name === name ? field.boost : 0,
    );
  }
}

const keyOf = (field: Field): string => `${String(field.boost)} ${field.name}`;
