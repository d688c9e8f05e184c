/**
 * Guesses which entry a body names as base; writer and reader guess alike, so a right guess takes one byte. A field's base is mostly the
 * set of it before, else what the record's other fields named.
 */
export class BaseGuess {
  readonly #replica: string;
  readonly #bySlot = new Map<string, string>();
  readonly #byRecord = new Map<string, string>();
  #slots: string[] = [];
  #record = '';

  constructor(replica: string) {
    this.#replica = replica;
  }

  /** The entry that is written or read now. */
  begin(record: string): void {
    this.#record = record;
    this.#slots = [];
  }

  /** A reference to an entry, or undefined. @param field of the change, '' outside one. */
  guess(field: string): string | undefined {
    return this.#bySlot.get(this.#slot(field)) ?? this.#byRecord.get(this.#record);
  }

  /** What it really was. */
  learn(field: string, ref: string): void {
    this.#byRecord.set(this.#record, ref);
    this.#slots.push(this.#slot(field));
  }

  /** @param seq of the entry that ends. */
  end(seq: number): void {
    const own = `${this.#replica}:${seq}`;
    for (const slot of this.#slots) this.#bySlot.set(slot, own);
    if (!this.#byRecord.has(this.#record)) this.#byRecord.set(this.#record, own);
  }

  #slot(field: string): string {
    return `${this.#record} ${field}`;
  }
}
