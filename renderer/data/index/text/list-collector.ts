/** Gathers the postings of many blocks, then hands out one list for each term, with no room to spare. */
export class ListCollector {
  /** Per block: number of the term, how many postings, the postings; and so on. */
  readonly #blocks: Uint32Array[] = [];
  readonly #counts: Uint32Array;
  #buffer = new Uint32Array(65_536);
  #length = 0;

  /** `terms`: how many there are. */
  constructor(terms: number) {
    this.#counts = new Uint32Array(terms);
  }

  get blocks(): number {
    return this.#blocks.length;
  }

  /** Announces so many postings of a term; false if there is no such term. */
  begin(term: number, postings: number): boolean {
    if (term >= this.#counts.length) return false;
    this.#counts[term] = (this.#counts[term] as number) + postings;
    const needed = this.#length + postings + 2;
    if (needed > this.#buffer.length) {
      const larger = new Uint32Array(Math.max(needed, this.#buffer.length * 2));
      larger.set(this.#buffer);
      this.#buffer = larger;
    }
    this.#buffer[this.#length] = term;
    this.#buffer[this.#length + 1] = postings;
    this.#length += 2;
    return true;
  }

  posting(posting: number): void {
    this.#buffer[this.#length] = posting;
    this.#length += 1;
  }

  endBlock(): void {
    this.#blocks.push(this.#buffer.slice(0, this.#length));
    this.#length = 0;
  }

  /** The lists by number of the term, filled block by block as the caller draws; complete after the last. */
  *fill(): Generator<undefined, number[][]> {
    const lists = Array.from(this.#counts, (count) => new Array<number>(count));
    const filled = new Uint32Array(this.#counts.length);
    for (const block of this.#blocks) {
      for (let at = 0; at < block.length;) {
        const term = block[at] as number;
        const end = at + 2 + (block[at + 1] as number);
        const list = lists[term] as number[];
        let place = filled[term] as number;
        for (at += 2; at < end; at += 1) list[place++] = block[at] as number;
        filled[term] = place;
      }
      yield undefined;
    }
    return lists;
  }
}
