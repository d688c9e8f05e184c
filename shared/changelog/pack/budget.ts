import { PackFault } from './byte-reader.ts';

/** What may still be unpacked, in bytes as a rough count: a small package can name one large thing very often. */
export class Budget {
  #left: number;

  constructor(size: number) {
    this.#left = size;
  }

  /** @throws PackFault beyond limits. */
  spend(bytes: number): void {
    this.#left -= bytes;
    if (!(this.#left >= 0)) throw new PackFault('it holds more than is allowed', true);
  }
}
