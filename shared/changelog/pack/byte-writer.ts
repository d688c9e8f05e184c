import { encodeUtf8 } from '../../kernel/platform.ts';

/** Largest size of a whole number that `zigzag` can write. */
export const largestZigzag = 2 ** 51;

/** Bytes that grow at their end. Small numbers, which most are, take one byte. */
export class ByteWriter {
  #bytes = new Uint8Array(128);
  length = 0;

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.length] = value;
    this.length += 1;
  }

  /** A whole number from 0 on: one byte up to 240, two up to 2287, three up to 67823, then up to nine. */
  number(value: number): void {
    this.#room(9);
    if (value <= 240) this.byte(value);
    else if (value <= 2287) {
      this.byte(241 + ((value - 240) >> 8));
      this.byte((value - 240) & 255);
    } else if (value <= 67_823) {
      this.byte(249);
      this.byte((value - 2288) >> 8);
      this.byte((value - 2288) & 255);
    } else this.#large(value);
  }

  /** A whole number of either sign, up to `largestZigzag`. */
  zigzag(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** A number of any kind, 8 bytes. */
  float(value: number): void {
    this.#room(8);
    new DataView(this.#bytes.buffer).setFloat64(this.length, value);
    this.length += 8;
  }

  bytes(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** A text with its length. A text that UTF-8 cannot hold (half a surrogate pair) is written as UTF-16. */
  text(text: string): void {
    if (text.length < 24 && this.#ascii(text)) return;
    if (text.isWellFormed()) {
      const bytes = encodeUtf8(text);
      this.number(bytes.length * 2);
      this.bytes(bytes);
      return;
    }
    this.number(text.length * 4 + 1);
    for (let place = 0; place < text.length; place += 1) {
      this.byte(text.charCodeAt(place) >> 8);
      this.byte(text.charCodeAt(place) & 255);
    }
  }

  /** What was written; good until more is written. */
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  #ascii(text: string): boolean {
    this.#room(text.length + 1);
    const start = this.length + 1;
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      if (code > 127) return false;
      this.#bytes[start + place] = code;
    }
    this.#bytes[this.length] = text.length * 2;
    this.length = start + text.length;
    return true;
  }

  #large(value: number): void {
    let size = 3;
    while (value >= 256 ** size) size += 1;
    this.byte(247 + size);
    for (let place = size - 1; place >= 0; place -= 1) this.byte(Math.floor(value / 256 ** place) % 256);
  }

  #room(size: number): void {
    const needed = this.length + size;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}
