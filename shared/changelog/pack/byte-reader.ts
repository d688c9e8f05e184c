import { decodeUtf8 } from '../../kernel/platform.ts';

/** Bytes that do not hold what they should. */
export class PackFault extends Error {
  readonly isBeyondLimits: boolean;

  constructor(fault: string, isBeyondLimits = false) {
    super(fault);
    this.name = 'PackFault';
    this.isBeyondLimits = isBeyondLimits;
  }
}

/** Reads what ByteWriter wrote. Every method throws a PackFault where the bytes end too soon or are none that it writes. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #place = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#place;
  }

  byte(): number {
    const value = this.#bytes[this.#place];
    if (value === undefined) throw new PackFault('the bytes end too soon');
    this.#place += 1;
    return value;
  }

  number(): number {
    const first = this.byte();
    if (first <= 240) return first;
    if (first <= 248) return 240 + ((first - 241) << 8) + this.byte();
    if (first === 249) return 2288 + (this.byte() << 8) + this.byte();
    let value = 0;
    for (let size = first - 247; size > 0; size -= 1) value = value * 256 + this.byte();
    return value;
  }

  /** A number that is used as a count or a place, so it must be exact. */
  whole(): number {
    const value = this.number();
    if (!Number.isSafeInteger(value)) throw new PackFault('a number is too large');
    return value;
  }

  zigzag(): number {
    const value = this.number();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  float(): number {
    const bytes = this.bytes(8);
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
  }

  /** A view of the bytes, not a copy. */
  bytes(length: number): Uint8Array {
    if (length > this.left) throw new PackFault('the bytes end too soon');
    const start = this.#place;
    this.#place += length;
    return this.#bytes.subarray(start, this.#place);
  }

  text(): string {
    const size = this.whole();
    if (size % 2 === 0) return this.#utf8(size / 2);
    const bytes = this.bytes((size - 1) / 2);
    let text = '';
    for (let place = 0; place + 1 < bytes.length; place += 2) {
      text += String.fromCharCode(((bytes[place] ?? 0) << 8) | (bytes[place + 1] ?? 0));
    }
    return text;
  }

  #utf8(length: number): string {
    const bytes = this.bytes(length);
    if (length > 24) return decodeText(bytes);
    let text = '';
    for (const byte of bytes) {
      if (byte > 127) return decodeText(bytes);
      text += String.fromCharCode(byte);
    }
    return text;
  }
}

function decodeText(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new PackFault('a text is no UTF-8');
  return text;
}
