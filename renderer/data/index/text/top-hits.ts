/** A record found: its slot and how well it matches (only comparable within one search). */
export interface TextHit {
  readonly slot: number;
  readonly score: number;
}

const isWorse = (a: TextHit, b: TextHit): boolean =>
  a.score < b.score || (a.score === b.score && a.slot < b.slot);

/** Keeps the best `limit` hits; among equals the newer (higher) slot wins. */
export class TopHits {
  readonly #limit: number;
  /** A heap with the worst hit on top. */
  readonly #heap: TextHit[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(slot: number, score: number): void {
    const hit = { slot, score };
    if (this.#heap.length < this.#limit) {
      this.#heap.push(hit);
      this.#rise(this.#heap.length - 1);
    } else {
      const worst = this.#heap[0];
      if (worst === undefined || isWorse(hit, worst)) return;
      this.#heap[0] = hit;
      this.#sink();
    }
  }

  /** Best first. */
  ranked(): TextHit[] {
    return this.#heap.sort((a, b) => (isWorse(a, b) ? 1 : -1));
  }

  #rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfWorse(at, parent)) return;
      at = parent;
    }
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      const a = this.#heap[left];
      const b = this.#heap[right];
      if (a === undefined) return;
      const child = b !== undefined && isWorse(b, a) ? right : left;
      if (!this.#swapIfWorse(child, at)) return;
      at = child;
    }
  }

  #swapIfWorse(child: number, parent: number): boolean {
    const below = this.#heap[child];
    const above = this.#heap[parent];
    if (below === undefined || above === undefined || !isWorse(below, above)) return false;
    this.#heap[parent] = below;
    this.#heap[child] = above;
    return true;
  }
}
