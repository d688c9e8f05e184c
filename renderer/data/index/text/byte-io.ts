/** The saved form of the index cannot be read; the caller builds the index anew from the records. */
export class TextBlockError extends Error {
  override readonly name = 'TextBlockError';

  constructor(key: string, reason: string) {
    super(`Search index block ${key}: ${reason}. Discard the saved index and add every record again.`);
  }
}

/** Unsigned integers below 2^31, seven bits a byte, low bits first. */
export class ByteWriter {
  #bytes = new Uint8Array(16_384);
  #length = 0;

  integer(value: number): void {
    if (this.#length + 5 > this.#bytes.length) this.#grow(5);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#length] = (rest & 127) | 128;
      this.#length += 1;
      rest >>>= 7;
    }
    this.#bytes[this.#length] = rest;
    this.#length += 1;
  }

  raw(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #grow(by: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + by));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

export class ByteReader {
  #at = 0;

  constructor(
    readonly key: string,
    readonly bytes: Uint8Array,
  ) {}

  get atEnd(): boolean {
    return this.#at >= this.bytes.length;
  }

  integer(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes[this.#at];
      if (byte === undefined) throw new TextBlockError(this.key, 'it ends too early');
      this.#at += 1;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
    throw new TextBlockError(this.key, 'a number is too long');
  }

  raw(length: number): Uint8Array {
    if (this.#at + length > this.bytes.length) throw new TextBlockError(this.key, 'it ends too early');
    const part = this.bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return part;
  }
}
