import { BLOCK_DOCUMENTS } from './block-codec.ts';

const GONE = -1;

function enlarged(table: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  if (needed <= table.length) return table;
  const larger = new Int32Array(Math.max(needed, Math.ceil(table.length * 1.5), BLOCK_DOCUMENTS)).fill(GONE);
  larger.set(table);
  return larger;
}

/**
 * Which slot each indexed document belongs to. A document number is given once and never changed: an update strikes the
 * old document out and adds a new one, so that nothing already written has to be touched.
 */
export class DocumentTable {
  #slots = new Int32Array(0);
  #documents = new Int32Array(0);
  #count = 0;
  #live = 0;

  /** Documents ever numbered. */
  get count(): number {
    return this.#count;
  }

  get live(): number {
    return this.#live;
  }

  get bytes(): number {
    return this.#slots.byteLength + this.#documents.byteLength;
  }

  slotOf(document: number): number {
    return this.#slots[document] ?? GONE;
  }

  readonly isLive = (document: number): boolean => (this.#slots[document] as number) !== GONE;

  has(slot: number): boolean {
    return (this.#documents[slot] ?? GONE) !== GONE;
  }

  /** Numbers a new document for a slot that holds none. */
  append(slot: number): number {
    const document = this.#count;
    this.#count += 1;
    this.#slots = enlarged(this.#slots, this.#count);
    this.#slots[document] = slot;
    if (slot !== GONE) {
      this.#documents = enlarged(this.#documents, slot + 1);
      this.#documents[slot] = document;
      this.#live += 1;
    }
    return document;
  }

  /** Strikes out the slot's document and returns its number. */
  remove(slot: number): number | undefined {
    const document = this.#documents[slot] ?? GONE;
    if (document === GONE) return undefined;
    this.#documents[slot] = GONE;
    this.#slots[document] = GONE;
    this.#live -= 1;
    return document;
  }

  /** The slots of one block's documents. */
  block(block: number): Int32Array {
    return this.#slots.subarray(
      block * BLOCK_DOCUMENTS,
      Math.min((block + 1) * BLOCK_DOCUMENTS, this.#count),
    );
  }

  /** Closes the gaps that struck-out documents leave; returns the new number of each old one, -1 for those. */
  renumber(): Int32Array {
    const numbers = new Int32Array(this.#count).fill(GONE);
    const slots = this.#slots.subarray(0, this.#count);
    this.#slots = new Int32Array(this.#live);
    this.#count = 0;
    this.#live = 0;
    slots.forEach((slot, document) => {
      if (slot !== GONE) numbers[document] = this.append(slot);
    });
    return numbers;
  }
}
